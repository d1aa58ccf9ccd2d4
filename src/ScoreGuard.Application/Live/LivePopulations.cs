using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Live;

/// <summary>Makes a population of a lead set.</summary>
internal static class LivePopulations
{
    /// <param name="most">Not more leads than that, the first that can be tested.</param>
    /// <returns>The population, or why there is none.</returns>
    public static async Task<Parsed<LivePopulation>> MakeAsync(
        WorkspaceContext context,
        LeadSet leads,
        TargetCapabilities platform,
        int most,
        CancellationToken cancellationToken
    )
    {
        var target = context.Workspace.Target;
        var translation = new LeadTranslation(target, platform, leads.AsOf);
        var cases = ImmutableArray.CreateBuilder<LiveCase>();
        var untestable = ImmutableArray.CreateBuilder<NotTestable>();
        foreach (var shard in leads.Shards)
        {
            if (cases.Count >= most)
            {
                break;
            }

            using var lines = await context.Stores.LeadShards.ReadAsync(shard, cancellationToken);
            Translate(lines.Memory);
        }

        var file = context.Files.DisplayName(Workspace.FileName);
        var canary = FindCanary(target.Discipline.CanaryLead, cases);
        if (canary < 0)
        {
            return new Parsed<LivePopulation>.Refused([Missing(file, target.Discipline.CanaryLead, untestable)]);
        }

        var identity = Sha256Text.Of($"{leads.Root}\n{most}\n{JsonSerializer.Serialize(target)}");
        return new Parsed<LivePopulation>.Ok(
            new(identity, cases.ToImmutable(), untestable.ToImmutable(), canary),
            [.. Left(file, cases.Count, untestable), .. Idle(file, cases[canary])]
        );

        void Translate(ReadOnlyMemory<byte> lines)
        {
            while (!lines.IsEmpty && cases.Count < most)
            {
                var end = lines.Span.IndexOf((byte)'\n');
                var line = end < 0 ? lines : lines[..end];
                lines = end < 0 ? default : lines[(end + 1)..];
                switch (line.IsEmpty ? null : translation.Translate(line))
                {
                    case LiveCase lead:
                        cases.Add(lead);
                        break;
                    case NotTestable lead:
                        untestable.Add(lead);
                        break;
                    default:
                        break;
                }
            }
        }
    }

    private static int FindCanary(string? wanted, ImmutableArray<LiveCase>.Builder cases)
    {
        for (var place = 0; place < cases.Count; place++)
        {
            if (wanted is null ? !cases[place].Signals.IsEmpty : cases[place].Lead == wanted)
            {
                return place;
            }
        }

        return wanted is null && cases.Count > 0 ? 0 : -1;
    }

    private static Diagnostic Missing(string file, string? wanted, ImmutableArray<NotTestable>.Builder untestable) =>
        wanted is null
            ? new(
                TargetCodes.NotTestable.Code,
                Severity.Error,
                file,
                null,
                "target.signals",
                $"No lead can be tested here. {Reasons(untestable)}"
            )
            : new(
                TargetCodes.CanaryStill.Code,
                Severity.Error,
                file,
                null,
                "target.canary.lead",
                $"There is no lead {Quote.Code(wanted)} that can be tested here; name one of the frozen leads."
            );

    /// <summary>What says that leads are left out; nothing where none is.</summary>
    private static IEnumerable<Diagnostic> Left(
        string file,
        int testable,
        ImmutableArray<NotTestable>.Builder untestable
    ) =>
        untestable.Count == 0
            ? []
            :
            [
                new(
                    TargetCodes.NotTestable.Code,
                    Severity.Warning,
                    file,
                    null,
                    "target.signals",
                    $"{untestable.Count} of {untestable.Count + testable} leads cannot be tested here. {Reasons(untestable)}"
                ),
            ];

    /// <summary>What says that the canary does nothing, for then its score may rightly stay as it is.</summary>
    private static IEnumerable<Diagnostic> Idle(string file, LiveCase canary) =>
        canary.Signals.IsEmpty
            ?
            [
                new(
                    TargetCodes.CanaryStill.Code,
                    Severity.Warning,
                    file,
                    null,
                    "target.canary.lead",
                    $"The lead that goes first, {canary.Lead}, has no activity, so only its attributes can move its score. If they do not, the run ends there: name a lead that scores, or freeze leads with activities that stand under `signals`."
                ),
            ]
            : [];

    private static string Reasons(ImmutableArray<NotTestable>.Builder untestable)
    {
        const int Most = 5;
        var reasons = untestable
            .SelectMany(lead => lead.Reasons)
            .GroupBy(reason => reason, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Count()}: {group.Key}")
            .ToList();
        var shown = string.Join("; ", reasons.Take(Most));
        return shown + (reasons.Count > Most ? $"; and {reasons.Count - Most} other reasons." : ".");
    }
}
