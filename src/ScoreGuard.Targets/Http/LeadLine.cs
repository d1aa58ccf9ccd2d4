using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Http;

/// <summary>One lead to be scored.</summary>
/// <param name="Number">Of its line, from 1.</param>
internal sealed record LeadLine(string Id, int Number, JsonElement Json)
{
    /// <summary>The leads of a batch; a line that is none is diagnosed and left out.</summary>
    public static ImmutableArray<LeadLine> Read(LeadBatch batch, DiagnosticBag diagnostics)
    {
        var leads = ImmutableArray.CreateBuilder<LeadLine>();
        var rest = batch.Lines;
        for (var number = batch.FirstLine; !rest.IsEmpty; number++)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                continue;
            }

            if (Find(line, number) is { } lead)
            {
                leads.Add(lead);
            }
            else
            {
                diagnostics.Error(
                    TargetCodes.LeadRefused,
                    new SourcePosition(number, 1),
                    DocumentPath.Root,
                    "The line is no lead with an `id`; it was not sent."
                );
            }
        }

        return leads.DrainToImmutable();
    }

    private static LeadLine? Find(ReadOnlyMemory<byte> line, int number) =>
        JsonBody.Parse(line) is { ValueKind: JsonValueKind.Object } lead
        && lead.TryGetProperty("id", out var id)
        && id.ValueKind == JsonValueKind.String
            ? new(id.GetString()!, number, lead)
            : null;
}
