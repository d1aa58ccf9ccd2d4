using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>Dimensions and their rules in canonical form.</summary>
internal sealed class CanonicalRules(Utf8JsonWriter json, CanonicalCriteria criteria)
{
    public void Dimension(Dimension dimension)
    {
        json.WriteStartObject();
        if (dimension.Start != 0)
        {
            Number(DimensionShape.Start, dimension.Start);
        }

        Number(DimensionShape.Min, dimension.Min);
        Number(DimensionShape.Max, dimension.Max);
        if (dimension.UnscoredIsMissing)
        {
            json.WriteString(DimensionShape.Unscored.Name, "missing");
        }

        Groups(dimension.Groups);
        if (!dimension.Rules.IsEmpty)
        {
            json.WriteStartArray(DimensionShape.Rules.Name);
            foreach (var rule in dimension.Rules)
            {
                Rule(rule);
            }

            json.WriteEndArray();
        }

        if (!dimension.Sum.IsEmpty)
        {
            json.WriteStartObject(DimensionShape.Sum.Name);
            foreach (var term in dimension.Sum)
            {
                json.WritePropertyName(term.Dimension);
                json.WriteRawValue(NumberText.Format(term.Weight));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Groups(ImmutableArray<RuleGroup> groups)
    {
        if (groups.IsEmpty)
        {
            return;
        }

        json.WriteStartObject(DimensionShape.Groups.Name);
        foreach (var group in groups)
        {
            json.WriteStartObject(group.Name);
            Number(DimensionShape.GroupMin, group.Min);
            Number(DimensionShape.GroupMax, group.Max);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Rule(Rule rule)
    {
        json.WriteStartObject();
        json.WriteString(RuleShape.Id.Name, rule.Id);
        switch (rule)
        {
            case Rule.Attribute attribute:
                criteria.Write(RuleShape.When.Name, attribute.When);
                Number(RuleShape.Points, attribute.Points);
                if (attribute.Keep)
                {
                    json.WriteBoolean(RuleShape.Keep.Name, value: true);
                }

                break;
            case Rule.OnActivity activity:
                Activity(activity);
                Firing(activity.When, activity.Limit, activity.Operation);
                break;
            case Rule.OnIdle idle:
                Idle(idle);
                Firing(idle.When, idle.Limit, idle.Operation);
                break;
            case Rule.OnMidnight midnight:
                json.WriteString(RuleShape.On.Name, ActivityTypesReader.Midnight);
                Firing(midnight.When, midnight.Limit, midnight.Operation);
                break;
            default:
                throw new InvalidOperationException($"{rule.GetType().Name} has no canonical form.");
        }

        if (rule.Group is { } group)
        {
            json.WriteString(RuleShape.Group.Name, group);
        }

        if (!rule.Enabled)
        {
            json.WriteBoolean(RuleShape.Enabled.Name, value: false);
        }

        json.WriteEndObject();
    }

    private void Activity(Rule.OnActivity rule)
    {
        criteria.Types(RuleShape.On.Name, rule.On);
        criteria.Write(RuleShape.Where.Name, rule.Where);
        if (!rule.Changed.IsEmpty)
        {
            json.WritePropertyName(RuleShape.Changed.Name);
            criteria.Texts(rule.Changed);
        }

        if (rule.Count is { } count)
        {
            json.WriteStartObject(RuleShape.Count.Name);
            json.WriteNumber(CountShape.AtLeast.Name, count.AtLeast);
            Span(CountShape.Within, count.Within);
            json.WriteEndObject();
        }
    }

    private void Idle(Rule.OnIdle rule)
    {
        json.WriteString(RuleShape.On.Name, ActivityTypesReader.Idle);
        Span(RuleShape.After, rule.After);
        Span(RuleShape.Every, rule.Every);
        if (!rule.Of.IsAny)
        {
            criteria.Types((rule.Except ? RuleShape.NotOf : RuleShape.Of).Name, rule.Of);
        }
    }

    private void Firing(Criterion? when, RuleLimit? limit, RuleOperation operation)
    {
        criteria.Write(RuleShape.When.Name, when);
        if (limit is not null)
        {
            json.WriteStartObject(RuleShape.Limit.Name);
            Number(LimitShape.Times, limit.Times);
            Number(LimitShape.Points, limit.Points);
            Span(LimitShape.Per, limit.Per);
            json.WriteEndObject();
        }

        switch (operation)
        {
            case RuleOperation.Set set:
                Number(RuleShape.Set, set.Value);
                break;
            case RuleOperation.Multiply multiply:
                Number(RuleShape.Multiply, multiply.Factor);
                break;
            case RuleOperation.Add add:
                Number(RuleShape.Points, add.Points);
                Aging(add.Aging);
                break;
            default:
                throw new InvalidOperationException($"{operation.GetType().Name} has no canonical form.");
        }
    }

    private void Aging(Aging? aging)
    {
        switch (aging)
        {
            case Aging.Expires expires:
                Span(RuleShape.Expires, expires.After);
                break;
            case Aging.HalfLife halfLife:
                Span(RuleShape.HalfLife, halfLife.Every);
                break;
            case Aging.Decay decay:
                json.WriteStartObject(RuleShape.Decay.Name);
                Number(DecayShape.Percent, decay.Percent);
                Span(DecayShape.Every, decay.Every);
                json.WriteEndObject();
                break;
            default:
                break;
        }
    }

    private void Number(RecordKey key, decimal? value)
    {
        if (value is { } number)
        {
            CanonicalSections.Number(json, key, number);
        }
    }

    private void Span(RecordKey key, Duration? span)
    {
        if (span is { } given)
        {
            json.WriteString(key.Name, given.ToString());
        }
    }
}
