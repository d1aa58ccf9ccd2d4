using System.Buffers;
using System.Collections.Immutable;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Replay;

namespace ScoreGuard.Application.Leads;

/// <summary>Whether leads may be frozen: every line is a lead, and no two have one id. Found by replaying them through a model that asks nothing.</summary>
internal sealed class LeadCheck(WorkspaceContext context, Instant asOf)
{
    private readonly DiagnosticBag _diagnostics = new(context.Files.DisplayName(context.Workspace.Leads));
    private readonly ReplaySession _session = ReplayEngine.Compile(Empty).NewSession();
    private readonly ArrayBufferWriter<byte> _outcomes = new(1 << 16);
    private readonly LeadIds _ids = new();
    private readonly LeadIds.Block _block = new();
    private int _line = 1;

    public bool HasErrors => _diagnostics.ErrorCount > 0;

    private static ScoringModel Empty { get; } =
        new("leads", [], [], [], [], [], null, null, null, [], [], "{}", Sha256Text.Of("{}"));

    public void Check(ReadOnlySpan<byte> lines)
    {
        _outcomes.ResetWrittenCount();
        _block.Clear();
        _session.Replay(lines, _line, asOf, _outcomes, _diagnostics, _block);
        _ids.Add(_block, _diagnostics);
        _line += lines.Count((byte)'\n');
    }

    /// <summary>Everything that is wrong, or nothing.</summary>
    public ImmutableArray<Diagnostic> Conclude(long leads)
    {
        if (leads == 0 && !HasErrors)
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
}
