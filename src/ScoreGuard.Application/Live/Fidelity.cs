using System.Collections.Immutable;
using System.Globalization;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Live;

/// <summary>How truly a read configuration scores as its platform does.</summary>
/// <param name="Scores">What was compared beside stages and grades: scores that both sides call alike.</param>
public sealed record Fidelity(
    FidelityFacts Facts,
    ImmutableArray<FidelityDifference> Differences,
    ImmutableArray<string> Scores
);

/// <summary>A lead on which the two differ.</summary>
/// <param name="What">In words: <c>behaviour 40 there, 30 here</c>.</param>
public sealed record FidelityDifference(string Lead, ImmutableArray<string> What)
{
    /// <returns>Null: the two agree in all that both say.</returns>
    internal static FidelityDifference? Find(Outcome there, Outcome here, ImmutableArray<string> scores)
    {
        var what = ImmutableArray.CreateBuilder<string>();
        foreach (var score in scores)
        {
            var (live, local) = (Value(there, score), Value(here, score));
            if (live != local)
            {
                what.Add($"{score} {Word(live)} there, {Word(local)} here");
            }
        }

        Compare("stage", there.Stage, here.Stage);
        Compare("grade", there.Grade, here.Grade);
        return what.Count == 0 ? null : new(there.Lead, what.DrainToImmutable());

        void Compare(string name, string? live, string? local)
        {
            // What one side does not tell is no difference.
            if (live is not null && local is not null && live != local)
            {
                what.Add($"{name} {live} there, {local} here");
            }
        }
    }

    private static decimal? Value(Outcome outcome, string score) => outcome.FindScore(score)?.Value;

    private static string Word(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "unscored";
}
