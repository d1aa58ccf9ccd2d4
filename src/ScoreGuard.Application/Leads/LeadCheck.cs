using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ScoreGuard.Application.Replaying;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Application.Leads;

/// <summary>Whether leads may be frozen: every line is a lead, and no two have one id. Found by replaying them through a model that asks nothing.</summary>
internal sealed class LeadCheck
{
    private readonly string _file;
    private readonly Instant _asOf;
    private readonly DiagnosticBag _diagnostics;
    private readonly IReplaySession _session;
    private readonly ArrayBufferWriter<byte> _outcomes = new(1 << 16);
    private readonly HashSet<UInt128> _ids = [];
    private long _line = 1;

    public LeadCheck(WorkspaceContext context, Instant asOf)
    {
        _file = context.Files.DisplayName(context.Workspace.Leads);
        _asOf = asOf;
        _diagnostics = new(_file);
        _session = context.Replayers.Compile(Empty).NewSession(_file);
    }

    public bool HasErrors => _diagnostics.ErrorCount > 0;

    private static ScoringModel Empty { get; } =
        new("leads", [], [], [], [], [], null, null, null, [], [], "{}", Sha256Text.Of("{}"));

    public void Check(ReadOnlySpan<byte> lines)
    {
        _outcomes.ResetWrittenCount();
        _session.Replay(new(lines, _line, _asOf), _outcomes, _diagnostics);
        var outcomes = _outcomes.WrittenSpan;
        while (!outcomes.IsEmpty)
        {
            var id = OutcomeLines.Id(OutcomeLines.TakeLine(ref outcomes));
            if (!_ids.Add(Key(id)))
            {
                _diagnostics.Error(
                    RunCodes.RepeatedLead,
                    null,
                    DocumentPath.Root,
                    $"Two leads have the id {Encoding.UTF8.GetString(id)}; give each its own."
                );
            }
        }

        _line += lines.Count((byte)'\n');
    }

    /// <summary>Everything that is wrong, or nothing.</summary>
    public ImmutableArray<Diagnostic> Conclude(long leads)
    {
        if (leads == 0)
        {
            _diagnostics.Error(
                RunCodes.NoLeads,
                null,
                DocumentPath.Root,
                "It gives no leads at all; nothing could be judged with them."
            );
        }

        return HasErrors ? _diagnostics.InDocumentOrder() : [];
    }

    /// <summary>Half a SHA-256: ids that share it do not occur.</summary>
    private static UInt128 Key(ReadOnlySpan<byte> id)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(id, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
