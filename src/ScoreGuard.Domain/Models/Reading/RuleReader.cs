using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>Scoring rules: section 5 of the specification. Null after an error, which has then been reported.</summary>
internal sealed class RuleReader(ModelNames names, CriterionReader criteria)
{
    /// <param name="groups">Those that the rule's dimension declares.</param>
    public Rule? Read(RecordReader rule, NameTable<bool> groups)
    {
        var before = rule.Place.Diagnostics.ErrorCount;
        var id = rule.Find(RuleShape.Id);
        if (id is not null)
        {
            names.ClaimRuleId(id);
        }

        var (kind, on) = KindOf(rule);
        if (kind != RuleKind.None)
        {
            foreach (var (key, message) in RuleKinds.Misplaced(rule, kind))
            {
                rule.KeyError(key, ModelCodes.KeyForOtherRule, message);
            }
        }

        var common = new Common(
            id?.Value ?? "",
            rule.Get(RuleShape.Enabled, otherwise: true),
            Group(rule, groups),
            rule.Find(RuleShape.Note),
            criteria.When(rule, RuleShape.When, new(MayReadScores: kind != RuleKind.Attribute))
        );
        var points = rule.FindValue(RuleShape.Points);
        var keep = rule.Get(RuleShape.Keep, otherwise: false);
        var operation = RuleOperations.Read(rule, points);
        var limit = RuleOperations.Limit(rule);
        Rule? read = kind switch
        {
            RuleKind.Attribute => Attribute(rule, common, points ?? 0, keep),
            RuleKind.Idle => OnIdle(rule, common, limit, operation),
            RuleKind.Midnight => new Rule.OnMidnight(
                common.Id,
                common.Enabled,
                common.Group,
                common.Note,
                common.When,
                limit,
                operation
            ),
            _ => OnActivity(rule, common, on, limit, operation),
        };
        return rule.Place.Diagnostics.ErrorCount == before ? read : null;
    }

    private static (RuleKind Kind, ActivityTypes? On) KindOf(RecordReader rule)
    {
        if (!rule.Has(RuleShape.On))
        {
            return (rule.IsMisspelt(RuleShape.On) ? RuleKind.None : RuleKind.Attribute, null);
        }

        if (!rule.TryGet(RuleShape.On, out var types))
        {
            return (RuleKind.None, null);
        }

        var place = rule.PlaceOf(RuleShape.On);
        return (place.Node, types) switch
        {
            (DocumentNode.Scalar, [{ Value: ActivityTypesReader.Idle }]) => (RuleKind.Idle, null),
            (DocumentNode.Scalar, [{ Value: ActivityTypesReader.Midnight }]) => (RuleKind.Midnight, null),
            _ => (RuleKind.Activity, ActivityTypesReader.Read(place, types)),
        };
    }

    private static string? Group(RecordReader rule, NameTable<bool> groups) =>
        rule.TryGet(RuleShape.Group, out var group) && groups.Resolves(group) ? group.Value : null;

    private static Rule.Attribute Attribute(RecordReader rule, Common common, decimal points, bool keep)
    {
        if (!rule.Has(RuleShape.When) && !rule.IsMisspelt(RuleShape.When))
        {
            rule.Place.Error(
                ModelCodes.AttributeRuleNeedsWhen,
                "An attribute rule (one without `on`) needs `when`; say when it contributes, or give it an `on`."
            );
        }

        var when = common.When ?? new Criterion.All([]);
        return new(common.Id, common.Enabled, common.Group, common.Note, when, points, keep);
    }

    private Rule.OnActivity OnActivity(
        RecordReader rule,
        Common common,
        ActivityTypes? on,
        RuleLimit? limit,
        RuleOperation operation
    )
    {
        var where = criteria.Where(rule, RuleShape.Where);
        var changed = Changed(rule, on);
        var count = rule.TryGet(RuleShape.Count, out var counted)
            ? new RuleCount(Values.Count(counted.Get(CountShape.AtLeast, 1)), counted.FindValue(CountShape.Within))
            : null;
        return new(
            common.Id,
            common.Enabled,
            common.Group,
            common.Note,
            common.When,
            on ?? new(IsAny: true, []),
            where,
            changed,
            count,
            limit,
            operation
        );
    }

    private static Rule.OnIdle OnIdle(RecordReader rule, Common common, RuleLimit? limit, RuleOperation operation)
    {
        if (!rule.Has(RuleShape.After) && !rule.IsMisspelt(RuleShape.After))
        {
            rule.Place.Error(
                ModelCodes.IdleRuleNeedsAfter,
                "An idle rule (`on: idle`) needs `after`; say after how much time it falls due, as in `after: 30d`."
            );
        }

        if (rule.Has(RuleShape.Of) && rule.Has(RuleShape.NotOf))
        {
            rule.KeyError(RuleShape.NotOf, ModelCodes.OfBesideNotOf, "`notOf` stands beside `of`; keep one of them.");
        }

        var of = Types(rule, RuleShape.Of);
        var notOf = Types(rule, RuleShape.NotOf);
        return new(
            common.Id,
            common.Enabled,
            common.Group,
            common.Note,
            common.When,
            rule.Get(RuleShape.After, new(1)),
            rule.FindValue(RuleShape.Every),
            of ?? notOf ?? new(IsAny: true, []),
            notOf is not null,
            limit,
            operation
        );
    }

    private static ActivityTypes? Types(RecordReader rule, Key<ImmutableArray<Placed<string>>> key) =>
        rule.TryGet(key, out var types) ? ActivityTypesReader.Read(rule.PlaceOf(key), types) : null;

    private ImmutableArray<string> Changed(RecordReader rule, ActivityTypes? on)
    {
        if (!rule.TryGet(RuleShape.Changed, out var changed))
        {
            return [];
        }

        if (on is not null && (on.IsAny || on.Names is not [ActivityNames.AttributeChange]))
        {
            rule.KeyError(
                RuleShape.Changed,
                ModelCodes.ChangedNeedsAttributeChange,
                $"`changed` needs `on: {ActivityNames.AttributeChange}` alone; other activities change no field."
            );
        }

        foreach (var field in changed)
        {
            names.Fields.Resolves(field);
        }

        return [.. changed.Select(field => field.Value)];
    }

    private sealed record Common(string Id, bool Enabled, string? Group, string? Note, Criterion? When);
}
