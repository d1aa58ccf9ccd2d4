using System.Collections.Immutable;
using System.Globalization;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Domain.Reports;

/// <summary>What a report says about a live target, in sentences that every form shares.</summary>
internal static class TargetWords
{
    /// <param name="target">Null: a model file scored the leads, and there is nothing to say.</param>
    public static ImmutableArray<string> Of(
        TargetFacts? target,
        Verdict verdict,
        ImmutableArray<Diagnostic> diagnostics
    ) => target is null ? [] : [.. Sentences(target, verdict, diagnostics)];

    private static IEnumerable<string> Sentences(
        TargetFacts target,
        Verdict verdict,
        ImmutableArray<Diagnostic> diagnostics
    )
    {
        yield return target.IsReplay
            ? $"Synthetic leads were given to {target.Platform}, and what it made of them was read back."
            : $"The configuration of {target.Platform} was read and evaluated here; nothing was written to it.";
        if (target.NotTestable > 0)
        {
            yield return $"{NotTested(target.NotTestable, diagnostics)} {(target.NotTestable == 1 ? "It counts" : "They count")} in no figure of this report.";
        }

        yield return Configuration(target, verdict);
        if (target.ConfirmedAway > 0)
        {
            yield return $"{Counted.Of(target.ConfirmedAway, "lead")} differed at first and not when {(target.ConfirmedAway == 1 ? "it was" : "they were")} replayed once more; the second outcome counts.";
        }

        if (target.LeftBehind > 0)
        {
            yield return $"{Counted.Of(target.LeftBehind, "synthetic record")} could not be removed from {target.Platform}; the next run tries again, `scoreguard janitor` at once.";
        }

        if (!target.IsReplay)
        {
            yield return Fidelity(target);
        }
    }

    /// <summary>Why not is told where it was found.</summary>
    private static string NotTested(int leads, ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.FirstOrDefault(diagnostic => diagnostic.Code == TargetCodes.NotTestable.Code)?.Message
        ?? $"{Count(leads)} {(leads == 1 ? "lead was" : "leads were")} not tested here.";

    private static string Configuration(TargetFacts target, Verdict verdict) =>
        target switch
        {
            { ConfigurationHash: null } =>
                $"How {target.Platform} is configured cannot be read, so an edit cannot be told from changed behaviour.",
            { ApprovedConfigurationHash: null } =>
                "Its configuration was kept as a snapshot; later runs are compared with it.",
            _ when target.ConfigurationHash != target.ApprovedConfigurationHash =>
                "Its configuration changed since the baseline was approved.",
            _ when verdict == Verdict.Drift =>
                "Its configuration, as far as it can be read, is the approved one: the behaviour changed, not the configuration.",
            _ => "Its configuration, as far as it can be read, is the approved one.",
        };

    private static string Fidelity(TargetFacts target) =>
        target.Fidelity is not { } last
            ? $"It was never checked how truly this evaluation scores as {target.Platform} does; `scoreguard fidelity` checks."
            : $"When that was last checked, at {last.At}, {Count(last.Differing)} of {Counted.Of(last.Leads, "lead")} differed between {target.Platform} and this evaluation{(last.ConfigurationHash == target.ConfigurationHash ? "" : "; the configuration has changed since")}.";

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
