using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>Criteria and matchers in canonical form.</summary>
internal sealed class CanonicalCriteria(Utf8JsonWriter json, CanonicalLists lists)
{
    public void Write(string key, Criterion? criterion)
    {
        if (criterion is not null)
        {
            json.WritePropertyName(key);
            Write(criterion);
        }
    }

    /// <summary>A JSON value that reads as the operand in its place.</summary>
    public void Value(Operand operand)
    {
        switch (operand)
        {
            case Operand.Number number:
                json.WriteRawValue(NumberText.Format(number.Value));
                break;
            case Operand.Boolean boolean:
                json.WriteBooleanValue(boolean.Value);
                break;
            default:
                json.WriteStringValue(Spelled(operand));
                break;
        }
    }

    public void Write(Criterion criterion)
    {
        json.WriteStartObject();
        if (criterion is not Criterion.All all)
        {
            Part(criterion);
        }
        else if (all.Parts.Select(Key).Distinct(StringComparer.Ordinal).Count() == all.Parts.Length)
        {
            foreach (var part in all.Parts.OrderBy(Key, StringComparer.Ordinal))
            {
                Part(part);
            }
        }
        else
        {
            Part(all);
        }

        json.WriteEndObject();
    }

    private void Part(Criterion criterion)
    {
        json.WritePropertyName(Key(criterion));
        switch (criterion)
        {
            case Criterion.All all:
                Several(all.Parts);
                break;
            case Criterion.Any any:
                Several(any.Parts);
                break;
            case Criterion.Not not:
                Write(not.Inner);
                break;
            case Criterion.InSegment segment:
                Texts(segment.Segments);
                break;
            case Criterion.Did did:
                Write(did);
                break;
            default:
                Write(MatcherOf(criterion));
                break;
        }
    }

    private void Several(ImmutableArray<Criterion> parts)
    {
        json.WriteStartArray();
        foreach (var part in parts)
        {
            Write(part);
        }

        json.WriteEndArray();
    }

    private void Write(Criterion.Did did)
    {
        json.WriteStartObject();
        Types(DidShape.Activity.Name, did.Activity);
        Write(DidShape.Where.Name, did.Where);
        json.WriteNumber(DidShape.AtLeast.Name, did.AtLeast);
        if (did.Within is { } within)
        {
            json.WriteString(DidShape.Within.Name, within.ToString());
        }

        json.WriteEndObject();
    }

    public void Types(string key, ActivityTypes? types)
    {
        if (types is { IsAny: true })
        {
            json.WriteString(key, ActivityTypesReader.Any);
        }
        else if (types is not null)
        {
            json.WritePropertyName(key);
            Texts(types.Names);
        }
    }

    public void Texts(ImmutableArray<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private void Write(Matcher matcher)
    {
        switch (matcher)
        {
            case Matcher.Equal { Value: Operand.Text text } when MatcherReader.SignOf(text.Value) is null:
                json.WriteStringValue(text.Value);
                break;
            case Matcher.Equal { Value: not Operand.Text } equal:
                Value(equal.Value);
                break;
            case Matcher.OneOf { List: null } oneOf:
                Values(oneOf.Values);
                break;
            case Matcher.Compare compare:
                json.WriteStringValue($"{Sign(compare.Sign)} {Spelled(compare.Value)}");
                break;
            case Matcher.AllOf all:
                json.WriteStartObject();
                foreach (var part in all.Parts.OrderBy(Key, StringComparer.Ordinal))
                {
                    Part(part);
                }

                json.WriteEndObject();
                break;
            default:
                json.WriteStartObject();
                Part(matcher);
                json.WriteEndObject();
                break;
        }
    }

    private void Part(Matcher matcher)
    {
        json.WritePropertyName(Key(matcher));
        switch (matcher)
        {
            case Matcher.Equal equal:
                Value(equal.Value);
                break;
            case Matcher.OneOf { List: { } list } oneOf:
                json.WriteStringValue(lists.Name(list, oneOf.Values));
                break;
            case Matcher.OneOf oneOf:
                Values(oneOf.Values);
                break;
            case Matcher.Between between:
                Values([between.Low, between.High]);
                break;
            case Matcher.Contains contains:
                json.WriteStringValue(contains.Value);
                break;
            case Matcher.StartsWith startsWith:
                json.WriteStringValue(startsWith.Value);
                break;
            case Matcher.EndsWith endsWith:
                json.WriteStringValue(endsWith.Value);
                break;
            case Matcher.Matches matches:
                json.WriteStringValue(matches.Pattern);
                break;
            case Matcher.IsMissing missing:
                json.WriteBooleanValue(missing.Value);
                break;
            case Matcher.Not not:
                Write(not.Inner);
                break;
            default:
                throw new InvalidOperationException($"{matcher.GetType().Name} is no part of a matcher.");
        }
    }

    public void Values(ImmutableArray<Operand> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            Value(value);
        }

        json.WriteEndArray();
    }

    private static string Key(Matcher matcher) =>
        matcher switch
        {
            Matcher.Equal => MatcherShape.Is.Name,
            Matcher.OneOf => MatcherShape.In.Name,
            Matcher.Between => MatcherShape.Between.Name,
            Matcher.Contains => MatcherShape.Contains.Name,
            Matcher.StartsWith => MatcherShape.StartsWith.Name,
            Matcher.EndsWith => MatcherShape.EndsWith.Name,
            Matcher.Matches => MatcherShape.Matches.Name,
            Matcher.IsMissing => MatcherShape.Missing.Name,
            _ => MatcherShape.Not.Name,
        };

    private static string Key(Criterion criterion) =>
        criterion switch
        {
            Criterion.All => CriterionShape.All.Name,
            Criterion.Any => CriterionShape.Any.Name,
            Criterion.Not => CriterionShape.Not.Name,
            Criterion.InSegment => CriterionShape.Segment.Name,
            Criterion.StageIs => CriterionShape.Stage.Name,
            Criterion.Did => CriterionShape.Did.Name,
            Criterion.GradeIs => CriterionShape.Grade.Name,
            Criterion.Visits visits => CriterionShape.VisitsPrefix + visits.Stage,
            Criterion.ScoreIs score => CriterionShape.ScorePrefix + score.Dimension,
            Criterion.LabelIs label => CriterionShape.LabelPrefix + label.Dimension,
            Criterion.FieldIs field => field.Field,
            Criterion.PropertyIs property => property.Property,
            _ => throw new InvalidOperationException($"{criterion.GetType().Name} has no key."),
        };

    private static Matcher MatcherOf(Criterion criterion) =>
        criterion switch
        {
            Criterion.FieldIs field => field.Matcher,
            Criterion.PropertyIs property => property.Matcher,
            Criterion.StageIs stage => stage.Matcher,
            Criterion.Visits visits => visits.Matcher,
            Criterion.ScoreIs score => score.Matcher,
            Criterion.LabelIs label => label.Matcher,
            Criterion.GradeIs grade => grade.Matcher,
            _ => throw new InvalidOperationException($"{criterion.GetType().Name} has no matcher."),
        };

    private static string Sign(Comparison sign) =>
        sign switch
        {
            Comparison.GreaterOrEqual => ">=",
            Comparison.LessOrEqual => "<=",
            Comparison.Greater => ">",
            Comparison.Less => "<",
            _ => "!=",
        };

    private static string Spelled(Operand operand) =>
        operand switch
        {
            Operand.Text text => text.Value,
            Operand.Number number => NumberText.Format(number.Value),
            Operand.Boolean boolean => boolean.Value ? "true" : "false",
            Operand.Date date => date.Value.ToString(),
            _ => throw new InvalidOperationException($"{operand.GetType().Name} has no spelling."),
        };
}
