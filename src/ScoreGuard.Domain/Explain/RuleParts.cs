using System.Collections.Immutable;
using System.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Explain;

/// <summary>Dimensions and their rules as comparable parts.</summary>
internal static class RuleParts
{
    public static IEnumerable<ModelPart> Of(ScoringModel model) =>
        model.Dimensions.SelectMany(dimension =>
            dimension.Rules.Select(rule => Part(dimension, rule)).Prepend(Part(dimension))
        );

    private static ModelPart Part(Dimension dimension)
    {
        ImmutableArray<Facet> facets =
        [
            new Facet.Value("start", "start", dimension.Start == 0 ? null : PlainWords.Number(dimension.Start)),
            new Facet.Value("min", "floor", Bound(dimension.Min)),
            new Facet.Value("max", "cap", Bound(dimension.Max)),
            new Facet.Value("unscored", "unscored leads", dimension.UnscoredIsMissing ? "have no score" : null),
            new Facet.Items("groups", "groups", [.. dimension.Groups.Select(Group)]),
            new Facet.Items("sum", "sum of", [.. dimension.Sum.Select(Term)]),
        ];
        return new(
            EditArea.Dimension,
            dimension.Name,
            $"Score {PlainWords.Name(dimension.Name)}",
            $"scores.{dimension.Name}",
            facets,
            ModelPart.SummaryOf(facets),
            ModelReaders.Score(dimension.Name)
        )
        {
            Sequence = "scores",
        };
    }

    private static ModelPart Part(Dimension dimension, Rule rule)
    {
        var (effectKey, effect) = RuleWords.Operation(rule) switch
        {
            RuleOperation.Set set => ("set", $"score set to {PlainWords.Number(set.Value)}"),
            RuleOperation.Multiply multiply => ("multiply", $"score times {PlainWords.Number(multiply.Factor)}"),
            RuleOperation.Add add => ("points", PlainWords.Number(add.Points)),
            _ => throw new UnreachableException(),
        };
        var limit = RuleWords.Limit(rule);
        var aging = RuleWords.Aging(rule);
        var activity = rule as Rule.OnActivity;
        return new(
            EditArea.Rule,
            rule.Id,
            $"Rule {PlainWords.Name(rule.Id)}{Noted(rule)}",
            $"scores.{dimension.Name}.rules[{rule.Id}]",
            [
                new Facet.Value("", "score", PlainWords.Name(dimension.Name)),
                new Facet.Value("enabled", "enabled", rule.Enabled ? "yes" : "no"),
                new Facet.Value(effectKey, "points", effect),
                new Facet.Value(rule is Rule.Attribute ? "keep" : "on", "fires", RuleWords.Trigger(rule)),
                new Facet.Condition("where", "where", activity?.Where),
                new Facet.Condition("when", "when", rule.When),
                new Facet.Items("changed", "changed fields", Names(activity?.Changed)),
                new Facet.Value("count", "count", activity?.Count is { } count ? RuleWords.Count(count) : null),
                new Facet.Value("limit", "limit", limit is null ? null : RuleWords.Limit(limit)),
                new Facet.Value(AgingKey(aging), "ageing", aging is null ? null : RuleWords.Aging(aging)),
                new Facet.Value("group", "group", rule.Group is null ? null : PlainWords.Name(rule.Group)),
            ],
            RuleWords.Of(rule),
            ModelReaders.Rule(rule.Id)
        )
        {
            Home = PlainWords.Name(dimension.Name),
            Sequence = $"scores.{dimension.Name}.rules",
            Off = !rule.Enabled,
            Renamable = true,
        };
    }

    /// <summary>What its author says about it: a platform's rule has no other name that people know.</summary>
    private static string Noted(Rule rule) =>
        string.IsNullOrWhiteSpace(rule.Note) ? "" : $" ({Quote.Plain(rule.Note)})";

    private static ImmutableArray<string> Names(ImmutableArray<string>? names) =>
        names is { } given ? [.. given.Select(PlainWords.Name)] : [];

    private static string AgingKey(Aging? aging) =>
        aging switch
        {
            Aging.Expires => "expires",
            Aging.HalfLife => "halfLife",
            _ => "decay",
        };

    private static string? Bound(decimal? bound) => bound is { } value ? PlainWords.Number(value) : null;

    private static string Group(RuleGroup group)
    {
        var floor = group.Min is { } min ? $" from {PlainWords.Number(min)}" : "";
        var cap = group.Max is { } max ? $" up to {PlainWords.Number(max)}" : "";
        return $"{PlainWords.Name(group.Name)}{floor}{cap}";
    }

    private static string Term(SumTerm term) =>
        term.Weight == 1
            ? PlainWords.Name(term.Dimension)
            : $"{PlainWords.Number(term.Weight)} times {PlainWords.Name(term.Dimension)}";
}
