using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>What a rule writes, how it ages, and how much of it there may be.</summary>
internal static class RuleOperations
{
    private static readonly RecordKey[] Operations = [RuleShape.Points, RuleShape.Set, RuleShape.Multiply];
    private static readonly RecordKey[] Agings = [RuleShape.Expires, RuleShape.Decay, RuleShape.HalfLife];

    /// <param name="points">As read already; null where the rule has none that could be read.</param>
    public static RuleOperation Read(RecordReader rule, decimal? points)
    {
        CheckOperations(rule);
        if (points == 0)
        {
            rule.PlaceOf(RuleShape.Points)
                .Error(
                    ModelCodes.ZeroPoints,
                    "A rule of 0 points does nothing; give it other points, or switch it off with `enabled: false`."
                );
        }

        var aging = Aging(rule);
        var set = rule.FindValue(RuleShape.Set);
        var factor = rule.FindValue(RuleShape.Multiply);
        return set is { } value ? new RuleOperation.Set(value)
            : factor is { } multiply ? new RuleOperation.Multiply(multiply)
            : new RuleOperation.Add(points ?? 0, aging);
    }

    public static RuleLimit? Limit(RecordReader rule)
    {
        var once = rule.Get(RuleShape.Once, otherwise: false);
        if (rule.Has(RuleShape.Once) && rule.Has(RuleShape.Limit))
        {
            rule.KeyError(
                RuleShape.Once,
                ModelCodes.LimitBesideOnce,
                "`once` stands beside `limit`, and is a limit itself (`times: 1`); keep one of them."
            );
        }

        if (!rule.TryGet(RuleShape.Limit, out var limit))
        {
            return once ? new(1, null, null) : null;
        }

        if (limit.Has(LimitShape.Points) && (rule.Has(RuleShape.Set) || rule.Has(RuleShape.Multiply)))
        {
            limit.KeyError(
                LimitShape.Points,
                ModelCodes.LimitOperation,
                "`set` and `multiply` grant no points that could be counted; limit them with `times`."
            );
        }

        if (
            !limit.Has(LimitShape.Times)
            && !limit.Has(LimitShape.Points)
            && !limit.IsMisspelt(LimitShape.Times)
            && !limit.IsMisspelt(LimitShape.Points)
        )
        {
            limit.Place.Error(
                ModelCodes.EmptyLimit,
                "This limit limits nothing; give `times`, `points` or both, as in `{ times: 1, per: 1d }`."
            );
        }

        return new(
            (int?)limit.FindValue(LimitShape.Times),
            limit.FindValue(LimitShape.Points),
            limit.FindValue(LimitShape.Per)
        );
    }

    private static void CheckOperations(RecordReader rule)
    {
        var given = Operations.Where(rule.Has).ToList();
        if (given.Count == 0 && !Operations.Any(rule.IsMisspelt))
        {
            rule.Place.Error(
                ModelCodes.RuleOperation,
                "A rule needs `points`, `set` or `multiply`; an attribute rule needs `points`."
            );
        }

        if (given.Count > 1)
        {
            rule.KeyError(
                given[1],
                ModelCodes.RuleOperation,
                $"A rule has exactly one of `points`, `set` and `multiply`, but this one has {Quote.All(given.Select(key => key.Name))}; keep one."
            );
        }
    }

    private static Aging? Aging(RecordReader rule)
    {
        var given = Agings.Where(rule.Has).ToList();
        if (given.Count > 1)
        {
            rule.KeyError(
                given[1],
                ModelCodes.Aging,
                $"Points age in one way, but this rule has {Quote.All(given.Select(key => key.Name))}; keep one."
            );
        }

        if (given.Count > 0 && !rule.Has(RuleShape.Points) && (rule.Has(RuleShape.Set) || rule.Has(RuleShape.Multiply)))
        {
            rule.KeyError(
                given[0],
                ModelCodes.Aging,
                $"What `set` and `multiply` write does not age; remove {Quote.Code(given[0].Name)}, or use `points`."
            );
        }

        var expires = rule.FindValue(RuleShape.Expires);
        var halfLife = rule.FindValue(RuleShape.HalfLife);
        Aging? decay = rule.TryGet(RuleShape.Decay, out var decayed)
            ? new Aging.Decay(decayed.Get(DecayShape.Percent, 100), decayed.Get(DecayShape.Every, new(1)))
            : null;
        return expires is { } after ? new Aging.Expires(after)
            : halfLife is { } half ? new Aging.HalfLife(half)
            : decay;
    }
}
