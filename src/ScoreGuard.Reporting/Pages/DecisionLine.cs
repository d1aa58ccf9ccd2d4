using System.Diagnostics;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Pages;

/// <summary>A decision that was made about a run.</summary>
/// <param name="What">"Accepted the whole run".</param>
/// <param name="Result">The baseline that it made; null: none.</param>
public sealed record DecisionLine(string What, string? Result, string By, Moment At, string Reason)
{
    /// <param name="version">Of the baseline that it made; null: none.</param>
    public static DecisionLine Of(Decision decision, int? version) =>
        new(
            WhatOf(decision),
            version is { } made ? $"baseline version {Figures.Count(made)}" : null,
            Shown.Name(decision.By),
            Moment.Of(decision.At),
            Shown.Sentence(decision.Reason)
        );

    internal static string WhatOf(Decision decision)
    {
        var verb = decision.Kind switch
        {
            DecisionKind.Accept => "Accepted",
            DecisionKind.Reject => "Rejected",
            DecisionKind.Promote => "Went live as previewed:",
            _ => throw new UnreachableException(),
        };
        return decision.Scope switch
        {
            DecisionScope.All => $"{verb} the whole run",
            DecisionScope.Causes => $"{verb} {Some(decision.Causes.Length, "cause")}",
            DecisionScope.Leads => $"{verb} {Some(decision.Leads.Length, "lead")}",
            _ => throw new UnreachableException(),
        };
    }

    private static string Some(int count, string what) => $"{Figures.Count(count)} {(count == 1 ? what : what + "s")}";
}
