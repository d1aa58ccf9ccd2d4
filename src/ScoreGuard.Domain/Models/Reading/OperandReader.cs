using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>The values that matchers compare with, one or several, of the type of what they are compared with.</summary>
internal static class OperandReader
{
    public static Operand? Literal(Place place, MatchSubject subject)
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

    public static Matcher.OneOf? OneOf(Place place, DocumentNode.Sequence list, MatchSubject subject)
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

    public static ImmutableArray<Operand>? ListItems(
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

    public static Operand? Bound(Place place, MatchSubject subject)
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

    public static bool IsNull(Place place)
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

    public static bool Checked(Place place, Operand value, MatchSubject subject, bool isEquality)
    {
        var before = place.Diagnostics.ErrorCount;
        if (value is Operand.Text text)
        {
            subject.CheckWhole(place, text.Value, isEquality);
        }

        return place.Diagnostics.ErrorCount == before;
    }

    public static void WrongType(Place place, string found, MatchSubject subject) =>
        place.Error(
            ModelCodes.OperandType,
            $"Expected {Operands.Noun(subject.Type)} for {subject.Noun}, but found {found}."
        );

    private static void Mixed(Place place, MatchSubject subject) =>
        place.Error(
            ModelCodes.MixedList,
            $"The values for {subject.Noun} are of different types; quote those that are meant as text, or write only one type."
        );
}
