using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>Matchers: section 4 of the specification. Null after an error, which has then been reported.</summary>
internal sealed class MatcherReader(ModelNames names)
{
    private static readonly ImmutableArray<(string Sign, Comparison Meaning)> Signs =
    [
        (">=", Comparison.GreaterOrEqual),
        ("<=", Comparison.LessOrEqual),
        ("!=", Comparison.NotEqual),
        (">", Comparison.Greater),
        ("<", Comparison.Less),
    ];

    /// <summary>The sign that a text begins with; a space before it makes it part of the text.</summary>
    public static (string Sign, Comparison Meaning)? SignOf(string text)
    {
        foreach (var sign in Signs)
        {
            if (text.StartsWith(sign.Sign, StringComparison.Ordinal))
            {
                return sign;
            }
        }

        return null;
    }

    public Matcher? Read(Place place, MatchSubject subject) =>
        place.Node switch
        {
            DocumentNode.Sequence list => OneOf(place, list, subject),
            DocumentNode.Mapping => Mapping(place, subject),
            DocumentNode.Scalar { Kind: ScalarKind.Text } text when SignOf(text.Text) is { } sign => Compare(
                place,
                text.Text[sign.Sign.Length..].Trim(),
                sign,
                subject
            ),
            _ => Literal(place, subject) is { } value ? new Matcher.Equal(value) : null,
        };

    private Matcher? Mapping(Place place, MatchSubject subject)
    {
        MatcherShape.Mapping.TryRead(place, out var mapping);
        var parts = ImmutableArray.CreateBuilder<Matcher>();
        var before = place.Diagnostics.ErrorCount;
        foreach (var entry in ((DocumentNode.Mapping)place.Node).Entries)
        {
            if (Part(mapping, entry.Key, subject) is { } part)
            {
                parts.Add(part);
            }
        }

        if (place.Diagnostics.ErrorCount > before)
        {
            return null;
        }

        return parts.Count == 1 ? parts[0] : new Matcher.AllOf(parts.ToImmutable());
    }

    private Matcher? Part(RecordReader mapping, string key, MatchSubject subject)
    {
        if (key == MatcherShape.Is.Name)
        {
            return Literal(mapping.PlaceOf(MatcherShape.Is), subject) is { } value ? new Matcher.Equal(value) : null;
        }

        if (key == MatcherShape.Not.Name)
        {
            return Read(mapping.PlaceOf(MatcherShape.Not), subject) is { } inner ? new Matcher.Not(inner) : null;
        }

        if (key == MatcherShape.In.Name)
        {
            return In(mapping.PlaceOf(MatcherShape.In), subject);
        }

        if (key == MatcherShape.Between.Name)
        {
            return Between(mapping, subject);
        }

        if (key == MatcherShape.Missing.Name)
        {
            return mapping.FindValue(MatcherShape.Missing) is { } missing ? new Matcher.IsMissing(missing) : null;
        }

        return TextPart(mapping, key, subject);
    }

    private static Matcher? TextPart(RecordReader mapping, string name, MatchSubject subject)
    {
        Key<Place>[] keys =
        [
            MatcherShape.Contains,
            MatcherShape.StartsWith,
            MatcherShape.EndsWith,
            MatcherShape.Matches,
        ];
        if (
            Array.Find(keys, key => key.Name == name) is not { } asked
            || mapping.PlaceOf(asked) is var place && IsNull(place)
        )
        {
            return null;
        }

        if (subject.Type is { } type and not FieldType.Text)
        {
            mapping.KeyError(
                asked,
                ModelCodes.TextOnly,
                $"{Quote.Code(name)} is for texts, and {subject.Noun} is a {TypeName(type)}; compare it with values instead."
            );
        }

        if (!mapping.TryGet(asked, out _))
        {
            return null;
        }

        var text = ((DocumentNode.Scalar)place.Node).Text;
        if (asked == MatcherShape.Matches)
        {
            return Pattern(place, text) ? new Matcher.Matches(text) : null;
        }

        return asked == MatcherShape.Contains ? new Matcher.Contains(text)
            : asked == MatcherShape.StartsWith ? new Matcher.StartsWith(text)
            : new Matcher.EndsWith(text);
    }

    private static bool Pattern(Place place, string pattern)
    {
        if (PatternText.Compile(pattern, out var problem) is not null)
        {
            return true;
        }

        place.Error(ModelCodes.Pattern, $"The pattern {Quote.Code(pattern)} {problem}.");
        return false;
    }

    private static Matcher.Compare? Compare(
        Place place,
        string operand,
        (string Sign, Comparison Meaning) sign,
        MatchSubject subject
    )
    {
        if (operand.Length == 0)
        {
            place.Error(
                ModelCodes.EmptyComparison,
                $"{Quote.Code(sign.Sign)} is followed by nothing; write a value behind it, or `is: '{sign.Sign}'` to compare with that text."
            );
            return null;
        }

        if (subject.Type == FieldType.Boolean && sign.Meaning != Comparison.NotEqual)
        {
            place.Error(
                ModelCodes.UnorderedType,
                $"{Quote.Code(sign.Sign)} cannot compare {subject.Noun}, a boolean; write `true`, `false` or `'!= true'`."
            );
            return null;
        }

        if (subject.IsUnknown)
        {
            return null;
        }

        var value = subject.IsProperty ? Operands.OfProperty(operand) : Operands.Convert(operand, subject.Type!.Value);
        if (value is null)
        {
            WrongType(place, $"the text {Quote.Code(operand)} behind {Quote.Code(sign.Sign)}", subject);
            return null;
        }

        return Checked(place, value, subject, sign.Meaning == Comparison.NotEqual)
            ? new Matcher.Compare(sign.Meaning, value)
            : null;
    }

    private static Operand? Literal(Place place, MatchSubject subject)
    {
        if (IsNull(place))
        {
            return null;
        }

        if (place.Node is not DocumentNode.Scalar scalar)
        {
            place.Expected(Operands.Noun(subject.Type));
            return null;
        }

        if (subject.IsUnknown)
        {
            return null;
        }

        if (Converted(scalar, subject) is not { } value)
        {
            WrongType(place, place.Found, subject);
            return null;
        }

        return Checked(place, value, subject, isEquality: true) ? value : null;
    }

    private static Matcher.OneOf? OneOf(Place place, DocumentNode.Sequence list, MatchSubject subject)
    {
        if (list.Items.IsEmpty)
        {
            place.Error(DocumentCodes.EmptyList, "An empty list matches nothing; list at least one value.");
            return null;
        }

        var before = place.Diagnostics.ErrorCount;
        var values = ImmutableArray.CreateBuilder<Operand>();
        for (var i = 0; i < list.Items.Length; i++)
        {
            if (Literal(place.Item(i, list.Items[i]), subject) is not { } value)
            {
                continue;
            }

            if (subject.IsProperty && values.Count > 0 && values[0].GetType() != value.GetType())
            {
                Mixed(place.Item(i, list.Items[i]), subject);
            }

            values.Add(value);
        }

        return place.Diagnostics.ErrorCount == before ? new(values.ToImmutable(), List: null) : null;
    }

    private Matcher.OneOf? In(Place place, MatchSubject subject)
    {
        if (place.Node is DocumentNode.Sequence list)
        {
            return OneOf(place, list, subject);
        }

        if (place.Node is not DocumentNode.Scalar { Kind: ScalarKind.Text } name)
        {
            if (!IsNull(place))
            {
                place.Expected("the name of a list, or a list of values");
            }

            return null;
        }

        if (!names.Lists.TryResolve(new(place, name.Text), out var items) || subject.IsUnknown)
        {
            return null;
        }

        return
            names.ListUses.Values(name.Text, subject.Identity, () => ListItems(place, name.Text, items, subject))
                is { } values
            ? new(values, name.Text)
            : null;
    }

    private static ImmutableArray<Operand>? ListItems(
        Place place,
        string name,
        ImmutableArray<Place> items,
        MatchSubject subject
    )
    {
        var before = place.Diagnostics.ErrorCount;
        var values = ImmutableArray.CreateBuilder<Operand>(items.Length);
        foreach (var item in items)
        {
            // What is no scalar has been reported where the list stands.
            if (item.Node is not DocumentNode.Scalar { Kind: not ScalarKind.Null } scalar)
            {
                continue;
            }

            if (Converted(scalar, subject) is not { } value)
            {
                WrongType(
                    place,
                    $"{item.Found} in line {item.Node.At.Line}, an item of the list {Quote.Code(name)}",
                    subject
                );
                continue;
            }

            Checked(place, value, subject, isEquality: true);
            if (subject.IsProperty && values.Count > 0 && values[0].GetType() != value.GetType())
            {
                Mixed(place, subject);
                break;
            }

            values.Add(value);
        }

        return place.Diagnostics.ErrorCount == before ? values.ToImmutable() : null;
    }

    private static Matcher.Between? Between(RecordReader mapping, MatchSubject subject)
    {
        var place = mapping.PlaceOf(MatcherShape.Between);
        if (subject.Type == FieldType.Boolean)
        {
            mapping.KeyError(
                MatcherShape.Between,
                ModelCodes.UnorderedType,
                $"`between` cannot compare {subject.Noun}, a boolean; write `true` or `false`."
            );
            return null;
        }

        if (place.Node is not DocumentNode.Sequence { Items.Length: 2 } pair)
        {
            place.Error(
                ModelCodes.Between,
                $"Expected a list of two values, the lower one first, as in `[5, 10]`, but found {place.Found}{Size(place)}."
            );
            return null;
        }

        var low = Bound(place.Item(0, pair.Items[0]), subject);
        var high = Bound(place.Item(1, pair.Items[1]), subject);
        if (low is null || high is null)
        {
            return null;
        }

        if (low.GetType() != high.GetType())
        {
            place.Error(
                ModelCodes.Between,
                "The two values of `between` are of different types; write two numbers or two dates."
            );
            return null;
        }

        if (Operands.InOrder(low, high))
        {
            return new(low, high);
        }

        place.Error(ModelCodes.Between, "The first value of `between` is above the second; write the lower one first.");
        return null;
    }

    private static Operand? Bound(Place place, MatchSubject subject)
    {
        if (!subject.IsProperty)
        {
            return Literal(place, subject);
        }

        if (IsNull(place))
        {
            return null;
        }

        var value = place.Node switch
        {
            DocumentNode.Scalar { Kind: ScalarKind.Text } text => Operands.OfProperty(text.Text),
            DocumentNode.Scalar scalar => Operands.OfProperty(scalar),
            _ => null,
        };
        if (value is Operand.Number or Operand.Date)
        {
            return value;
        }

        place.Error(
            ModelCodes.OperandType,
            $"`between` on {subject.Noun} needs two numbers or two dates, but found {place.Found}."
        );
        return null;
    }

    private static bool IsNull(Place place)
    {
        if (place.Node is not DocumentNode.Scalar { Kind: ScalarKind.Null })
        {
            return false;
        }

        place.Error(
            ModelCodes.NullOperand,
            "Nothing can be compared with `null`; ask with `missing: true`, or put quotes around the text."
        );
        return true;
    }

    private static Operand? Converted(DocumentNode.Scalar scalar, MatchSubject subject) =>
        subject.IsProperty ? Operands.OfProperty(scalar) : Operands.Convert(scalar, subject.Type!.Value);

    private static bool Checked(Place place, Operand value, MatchSubject subject, bool isEquality)
    {
        var before = place.Diagnostics.ErrorCount;
        if (value is Operand.Text text)
        {
            subject.CheckWhole(place, text.Value, isEquality);
        }

        return place.Diagnostics.ErrorCount == before;
    }

    private static void WrongType(Place place, string found, MatchSubject subject) =>
        place.Error(
            ModelCodes.OperandType,
            $"Expected {Operands.Noun(subject.Type)} for {subject.Noun}, but found {found}."
        );

    private static void Mixed(Place place, MatchSubject subject) =>
        place.Error(
            ModelCodes.MixedList,
            $"The values for {subject.Noun} are of different types; quote those that are meant as text, or write only one type."
        );

    private static string Size(Place place) =>
        place.Node is DocumentNode.Sequence list ? $" of {list.Items.Length}" : "";

    private static string TypeName(FieldType type) => type.ToString().ToLowerInvariant();
}
