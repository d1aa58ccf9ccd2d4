using System.Collections.Immutable;
using System.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Drift.Traits;
using ScoreGuard.Domain.Reports;

namespace ScoreGuard.Reporting.Words;

/// <summary>Why leads moved where no model says it: what they have in common, and how far their scores went.</summary>
public static class TraitWords
{
    private const int MostTraits = 4;
    private const int MostMoves = 6;

    /// <summary>What there is to say of a cause that no edit explains, a sentence each; nothing where a model scored.</summary>
    public static ImmutableArray<string> Of(Cause cause) => Of(cause, Shown.Quoted);

    /// <param name="name">How the form prints a name from outside.</param>
    internal static ImmutableArray<string> Of(Cause cause, Func<string, string> name) =>
        [
            .. cause.Common.Take(MostTraits).Select(common => Of(common, name)),
            .. cause.Moves.IsEmpty ? (string[])[] : [Moves(cause, name)],
        ];

    /// <summary>What all changed leads have in common; empty where one cause says it.</summary>
    internal static ImmutableArray<string> OfAll(RunReport report, Func<string, string> name) =>
        report.Causes.Length < 2 ? [] : [.. report.Common.Take(MostTraits).Select(common => Of(common, name))];

    /// <summary>"All 13 have the activity “webinar”; none of the 17 unchanged leads has."</summary>
    private static string Of(CommonTrait common, Func<string, string> name)
    {
        var (having, leads) = (common.Having, common.Leads);
        var isMissing = common.Trait.Kind == TraitKind.Missing;
        var (one, many) = isMissing ? ("lacks", "lack") : ("has", "have");
        var changed = (having == leads, leads) switch
        {
            (true, 1) => $"It {one}",
            (true, 2) => $"Both {many}",
            (true, _) => $"All {Figures.Count(leads)} {many}",
            _ => $"{Figures.Count(having)} of {Figures.Count(leads)} {(having == 1 ? one : many)}",
        };
        var others = $"of the {Figures.Count(common.Unchanged)} unchanged leads";
        var unchanged =
            common.UnchangedHaving == 0
                ? $"none {others} {one}{(isMissing ? " it" : "")}"
                : $"{Figures.Count(common.UnchangedHaving)} {others} {(common.UnchangedHaving == 1 ? one : many)} it too";
        return $"{changed} {What(common.Trait, name)}; {unchanged}.";
    }

    private static string What(Trait trait, Func<string, string> name) =>
        trait.Kind switch
        {
            TraitKind.Activity => $"the activity {name(trait.Name)}",
            TraitKind.ActivityValue =>
                $"the activity {name(trait.Name)} with {name(trait.Value)} as {name(trait.Property)}",
            TraitKind.Value => $"{name(trait.Value)} as {name(trait.Name)}",
            TraitKind.AtLeast => $"{name(trait.Value)} or more as {name(trait.Name)}",
            TraitKind.AtMost => $"{name(trait.Value)} or less as {name(trait.Name)}",
            TraitKind.Present => $"a value in {name(trait.Name)}",
            TraitKind.Missing => $"a value in {name(trait.Name)}",
            _ => throw new UnreachableException(),
        };

    /// <summary>"Score “total” −15 for each of them; “fit” unchanged."</summary>
    private static string Moves(Cause cause, Func<string, string> name)
    {
        var moved = cause.Moves.Where(move => !move.IsStill).ToList();
        var still = cause.Moves.Where(move => move.IsStill).Select(move => name(move.Dimension)).ToList();
        var parts = moved.Take(MostMoves).Select(move => Move(move, cause.Leads, name)).ToList();
        if (moved.Count > MostMoves)
            parts.Add($"{Figures.Count(moved.Count - MostMoves)} more scores moved");
        if (still.Count > 0)
            parts.Add(
                string.Join(", ", still.Take(MostMoves)) + (still.Count > MostMoves ? " and others" : "") + " unchanged"
            );
        return $"{(cause.Moves.Length == 1 ? "Score" : "Scores")}: {string.Join("; ", parts)}.";
    }

    private static string Move(ScoreMove move, long leads, Func<string, string> name)
    {
        var by = move switch
        {
            { Least: { } least, Most: { } most } when least == most => Figures.SignedPoints(least)
                + (leads == 1 || move.OneSided > 0 ? "" : " for each of them"),
            { Least: { } least, Most: { } most } => $"{Figures.SignedPoints(least)} to {Figures.SignedPoints(most)}",
            _ => "",
        };
        var oneSided = move.OneSided == 0 ? "" : $"there on one side only for {Figures.Leads(move.OneSided)}";
        return $"{name(move.Dimension)} {string.Join(", ", new[] { by, oneSided }.Where(words => words.Length > 0))}";
    }
}
