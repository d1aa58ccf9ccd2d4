using System.Diagnostics;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Explain;

/// <summary>Rules as people say them: <c>+100 points on form_submit where form is demo-request, at most once per 1 day</c>.</summary>
public static class RuleWords
{
    /// <summary>The whole rule in one line, without its id and its note.</summary>
    public static string Of(Rule rule)
    {
        var words = $"{Effect(rule)} {Trigger(rule)}";
        if (rule is Rule.OnActivity activity)
        {
            words += activity.Where is null ? "" : $" where {CriterionWords.Of(activity.Where)}";
            words += activity.Changed.IsEmpty ? "" : $" that changes {Changed(activity)}";
            words += activity.Count is null ? "" : $", from the {Count(activity.Count)}";
        }

        words +=
            rule.When is null ? ""
            : rule is Rule.Attribute ? $" {CriterionWords.Of(rule.When)}"
            : $" if {CriterionWords.Of(rule.When)}";
        words += Limit(rule) is { } limit ? $", at most {Limit(limit)}" : "";
        words += Aging(rule) is { } aging ? $", {Aging(aging)}" : "";
        words += rule.Group is { } group ? $", in group {PlainWords.Name(group)}" : "";
        return rule.Enabled ? words : $"{words} (off)";
    }

    internal static string Trigger(Rule rule) =>
        rule switch
        {
            Rule.Attribute { Keep: true } => "for good once",
            Rule.Attribute => "while",
            Rule.OnActivity activity => $"on {CriterionWords.Of(activity.On)}",
            Rule.OnIdle idle => Idle(idle),
            Rule.OnMidnight => "at every midnight",
            _ => throw new UnreachableException(),
        };

    /// <summary>What it does to the score: <c>+25 points</c>, <c>score set to 0</c>, <c>score times 0.5</c>.</summary>
    internal static string Effect(Rule rule) =>
        Operation(rule) switch
        {
            RuleOperation.Add { Points: 1 or -1 } add => $"{PlainWords.Signed(add.Points)} point",
            RuleOperation.Add add => $"{PlainWords.Signed(add.Points)} points",
            RuleOperation.Set set => $"score set to {PlainWords.Number(set.Value)}",
            RuleOperation.Multiply multiply => $"score times {PlainWords.Number(multiply.Factor)}",
            _ => throw new UnreachableException(),
        };

    internal static RuleOperation Operation(Rule rule) =>
        rule switch
        {
            Rule.Attribute attribute => new RuleOperation.Add(attribute.Points, Aging: null),
            Rule.OnActivity activity => activity.Operation,
            Rule.OnIdle idle => idle.Operation,
            Rule.OnMidnight midnight => midnight.Operation,
            _ => throw new UnreachableException(),
        };

    internal static RuleLimit? Limit(Rule rule) =>
        rule switch
        {
            Rule.OnActivity activity => activity.Limit,
            Rule.OnIdle idle => idle.Limit,
            Rule.OnMidnight midnight => midnight.Limit,
            _ => null,
        };

    internal static Aging? Aging(Rule rule) => Operation(rule) is RuleOperation.Add add ? add.Aging : null;

    internal static string Limit(RuleLimit limit)
    {
        var times = limit.Times is { } count ? PlainWords.Times(count) : null;
        var points = limit.Points is { } sum ? $"{PlainWords.Number(sum)} points" : null;
        var both = times is not null && points is not null ? $"{times} and {points}" : times ?? points;
        return limit.Per is { } per ? $"{both} per {PlainWords.Length(per)}" : $"{both} ever";
    }

    internal static string Count(RuleCount count) =>
        count.Within is { } within
            ? $"occurrence number {count.AtLeast} within {PlainWords.Length(within)}"
            : $"occurrence number {count.AtLeast}";

    internal static string Aging(Aging aging) =>
        aging switch
        {
            Aging.Expires expires => $"gone after {PlainWords.Length(expires.After)}",
            Aging.Decay decay => $"losing {PlainWords.Number(decay.Percent)} % every {PlainWords.Length(decay.Every)}",
            Aging.HalfLife half => $"halved every {PlainWords.Length(half.Every)}",
            _ => throw new UnreachableException(),
        };

    internal static string Changed(Rule.OnActivity rule) => PlainWords.Or(rule.Changed.Select(PlainWords.Name));

    private static string Idle(Rule.OnIdle idle)
    {
        var every = idle.Every is { } again ? $" and again every {PlainWords.Length(again)}" : "";
        var what = (idle.Of, idle.Except) switch
        {
            ({ IsAny: true }, _) or ({ Names.IsEmpty: true }, _) => "any activity",
            (_, true) => $"any activity but {CriterionWords.Of(idle.Of)}",
            _ => CriterionWords.Of(idle.Of),
        };
        return $"after {PlainWords.Length(idle.After)} without {what}{every}";
    }
}
