using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Pinned;

/// <summary>Reads hand-written leads: JSON Lines in the form of section 1 of the model specification.</summary>
public static class PinnedLeadsReader
{
    /// <summary>The leads as they are, or everything that is wrong with them.</summary>
    /// <param name="file">As diagnostics name it; nothing is opened.</param>
    /// <param name="lines">The bytes of the file.</param>
    /// <param name="plan">The plan whose leads they follow.</param>
    public static Parsed<PinnedLeads> Read(string file, ReadOnlyMemory<byte> lines, LeadPlan plan)
    {
        var diagnostics = new DiagnosticBag(file);
        var check = new PinnedLeadCheck(plan.AsOf, diagnostics);
        var rest = lines;
        if (rest.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            diagnostics.Error(
                LeadPlanCodes.PinnedLine,
                new(1, 1),
                DocumentPath.Root,
                "The file begins with a byte order mark; save it as UTF-8 without one."
            );
            rest = rest[Encoding.UTF8.Preamble.Length..];
        }

        var count = 0;
        for (var number = 1; rest.Length > 0; number++)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Span.Trim(" \t\r"u8).Length > 0)
            {
                count++;
                Check(line, number, check);
            }
        }

        return diagnostics.Conclude(() => new PinnedLeads(count, Ended(lines)));
    }

    private static void Check(ReadOnlyMemory<byte> line, int number, PinnedLeadCheck check)
    {
        const int MostBytes = 4 * 1024 * 1024;
        if (line.Length > MostBytes || !Utf8.IsValid(line.Span))
        {
            check.Refuse(
                number,
                "The line has more than 4 MiB or is not UTF-8; shorten it, or save the file as UTF-8."
            );
            return;
        }

        try
        {
            using var json = JsonDocument.Parse(line, new() { AllowDuplicateProperties = false });
            check.Lead(json.RootElement, number);
        }
        catch (JsonException)
        {
            check.Refuse(number, "The line is no JSON object, or has a key twice; write one object a line.");
        }
        catch (InvalidOperationException)
        {
            check.Refuse(number, "The line has an escape such as `\\ud800` that is half a character.");
        }
    }

    private static ReadOnlyMemory<byte> Ended(ReadOnlyMemory<byte> lines) =>
        lines.IsEmpty || lines.Span[^1] == (byte)'\n' ? lines : (byte[])[.. lines.Span, (byte)'\n'];
}
