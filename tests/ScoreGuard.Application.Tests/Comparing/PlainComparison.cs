using System.Collections.Immutable;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Application.Tests.Comparing;

/// <summary>The whole comparison once more, slow and obvious, over plain lists.</summary>
internal sealed class PlainComparison(List<Outcome> before, List<Outcome> after, DriftPolicy policy)
{
    private IEnumerable<(Outcome? Was, Outcome? Now)> Pairs =>
        before
            .Select(outcome => outcome.Lead)
            .Union(after.Select(outcome => outcome.Lead))
            .Select(id => (before.Find(outcome => outcome.Lead == id), after.Find(outcome => outcome.Lead == id)));

    private IEnumerable<(Outcome? Was, Outcome? Now)> Changed =>
        Pairs.Where(pair =>
            pair.Was is null || pair.Now is null || OutcomeText.Of(pair.Was) != OutcomeText.Of(pair.Now)
        );

    public long Leads => Pairs.Count();

    public long Unchanged => Leads - Changed.Count();

    public long Gained => Pairs.Count(pair => !Reaches(pair.Was) && Reaches(pair.Now));

    public long Lost => Pairs.Count(pair => Reaches(pair.Was) && !Reaches(pair.Now));

    public Dictionary<(string, string), long> Stages => Matrix(outcome => outcome?.Stage ?? "");

    public Dictionary<(string, string), long> Routes => Matrix(outcome => outcome?.Routes.LastOrDefault().To ?? "");

    public Dictionary<ChangeKind, long> Kinds =>
        Changed.GroupBy(Kind).ToDictionary(kind => kind.Key, kind => kind.LongCount());

    public static ImmutableSortedDictionary<(string, decimal), long> Values(List<Outcome> outcomes) =>
        outcomes
            .SelectMany(outcome => outcome.Scores)
            .Where(score => score.Value is not null)
            .GroupBy(score => (score.Dimension, score.Value!.Value))
            .ToImmutableSortedDictionary(score => score.Key, score => score.LongCount());

    private bool Reaches(Outcome? outcome) =>
        outcome is not null && outcome.History.Any(entry => policy.SalesStages.Contains(entry.Stage));

    private Dictionary<(string, string), long> Matrix(Func<Outcome?, string> place) =>
        Pairs
            .GroupBy(pair => (place(pair.Was), place(pair.Now)))
            .ToDictionary(cell => cell.Key, cell => cell.LongCount());

    private ChangeKind Kind((Outcome? Was, Outcome? Now) pair)
    {
        if (pair.Now is not { } now)
        {
            return ChangeKind.Vanished;
        }

        if (pair.Was is not { } was)
        {
            return ChangeKind.New;
        }

        if (was.Error?.Code != now.Error?.Code)
        {
            return ChangeKind.Error;
        }

        if (Reaches(was) != Reaches(now))
        {
            return Reaches(now) ? ChangeKind.SalesGained : ChangeKind.SalesLost;
        }

        if (!was.Routes.SequenceEqual(now.Routes))
        {
            return ChangeKind.Routing;
        }

        if (was.Stage != now.Stage || !was.History.SequenceEqual(now.History))
        {
            return ChangeKind.Stage;
        }

        var scores = was.Scores.Zip(now.Scores);
        return scores.Any(pair => Moved(pair.First, pair.Second)) ? ChangeKind.Score : ChangeKind.Detail;
    }

    private bool Moved(Outcome.Score was, Outcome.Score now) =>
        (was.Value is null) != (now.Value is null)
        || Math.Abs((was.Value ?? 0) - (now.Value ?? 0)) > policy.Tolerance.GetValueOrDefault(was.Dimension);
}
