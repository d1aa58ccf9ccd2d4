using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Replay.Values;

/// <summary>What a matcher says of one value. Asked once for each distinct value; replays look the answer up.</summary>
internal sealed class MatcherTruth(PatternCache patterns)
{
    /// <summary>Of a field's value, already converted to the field's type.</summary>
    public Trit OfField(Matcher matcher, LeadValue value) => Of(matcher, new Subject(value, default));

    /// <summary>Of a property: each operand reads it as its own type, and it is missing to the ones that cannot.</summary>
    public Trit OfProperty(Matcher matcher, RawValue raw) => Of(matcher, new Subject(null, raw));

    /// <param name="Value">Null: a property, to be read from <paramref name="Raw"/> as the operand's type.</param>
    private readonly record struct Subject(LeadValue? Value, RawValue Raw)
    {
        public LeadValue As(FieldType type)
        {
            if (Value is not null)
            {
                return Value;
            }

            _ = Raw.TryRead(type, out var value);
            return value;
        }

        public LeadValue As(Operand operand) =>
            As(
                operand switch
                {
                    Operand.Number => FieldType.Number,
                    Operand.Boolean => FieldType.Boolean,
                    Operand.Date => FieldType.Date,
                    _ => FieldType.Text,
                }
            );
    }

    private Trit Of(Matcher matcher, Subject subject) =>
        matcher switch
        {
            Matcher.Equal equal => Known(subject.As(equal.Value), value => value.Equals(LeadValue.Of(equal.Value))),
            Matcher.OneOf oneOf => OneOf(oneOf, subject),
            Matcher.Compare compare => Known(subject.As(compare.Value), value => Holds(compare, value)),
            Matcher.Between between => Known(
                subject.As(between.Low),
                value => Order(value, LeadValue.Of(between.Low)) >= 0 && Order(value, LeadValue.Of(between.High)) <= 0
            ),
            Matcher.Contains contains => OfText(
                subject,
                text => text.Contains(contains.Value, StringComparison.OrdinalIgnoreCase)
            ),
            Matcher.StartsWith startsWith => OfText(
                subject,
                text => text.StartsWith(startsWith.Value, StringComparison.OrdinalIgnoreCase)
            ),
            Matcher.EndsWith endsWith => OfText(
                subject,
                text => text.EndsWith(endsWith.Value, StringComparison.OrdinalIgnoreCase)
            ),
            Matcher.Matches matches => OfText(subject, patterns.Get(matches.Pattern).IsMatch),
            Matcher.IsMissing isMissing => Of(subject.As(FieldType.Text) is LeadValue.None == isMissing.Value),
            Matcher.Not not => Not(Of(not.Inner, subject)),
            Matcher.AllOf allOf => AllOf(allOf, subject),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static Trit OneOf(Matcher.OneOf oneOf, Subject subject)
    {
        var any = Trit.False;
        foreach (var operand in oneOf.Values)
        {
            var value = subject.As(operand);
            if (value is LeadValue.None)
            {
                any = Trit.Unknown;
            }
            else if (value.Equals(LeadValue.Of(operand)))
            {
                return Trit.True;
            }
        }

        return any;
    }

    private Trit AllOf(Matcher.AllOf allOf, Subject subject)
    {
        var all = Trit.True;
        foreach (var part in allOf.Parts)
        {
            switch (Of(part, subject))
            {
                case Trit.False:
                    return Trit.False;
                case Trit.Unknown:
                    all = Trit.Unknown;
                    break;
            }
        }

        return all;
    }

    private static Trit OfText(Subject subject, Func<string, bool> holds) =>
        subject.As(FieldType.Text) is LeadValue.Text text ? Of(holds(text.Value)) : Trit.Unknown;

    private static Trit Known(LeadValue value, Func<LeadValue, bool> holds) =>
        value is LeadValue.None ? Trit.Unknown : Of(holds(value));

    private static bool Holds(Matcher.Compare compare, LeadValue value)
    {
        var operand = LeadValue.Of(compare.Value);
        return compare.Sign switch
        {
            Comparison.NotEqual => !value.Equals(operand),
            Comparison.Less => Order(value, operand) < 0,
            Comparison.LessOrEqual => Order(value, operand) <= 0,
            Comparison.Greater => Order(value, operand) > 0,
            Comparison.GreaterOrEqual => Order(value, operand) >= 0,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static int Order(LeadValue left, LeadValue right) =>
        (left, right) switch
        {
            (LeadValue.Text a, LeadValue.Text b) => string.Compare(
                a.Value,
                b.Value,
                StringComparison.OrdinalIgnoreCase
            ),
            (LeadValue.Number a, LeadValue.Number b) => a.Value.CompareTo(b.Value),
            (LeadValue.Date a, LeadValue.Date b) => a.Value.CompareTo(b.Value),
            _ => throw new System.Diagnostics.UnreachableException("A model orders only values of one ordered type."),
        };

    private static Trit Of(bool truth) => truth ? Trit.True : Trit.False;

    private static Trit Not(Trit truth) =>
        truth switch
        {
            Trit.True => Trit.False,
            Trit.False => Trit.True,
            _ => Trit.Unknown,
        };
}
