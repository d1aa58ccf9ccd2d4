using System.Collections.Immutable;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>Named lists as values: each list is converted once for each thing that it is compared with, however often that is.</summary>
internal sealed class ListUses
{
    private readonly Dictionary<(string List, string Subject), ImmutableArray<Operand>?> values = [];

    /// <summary>The values, or null after an error, which is reported at the first use only.</summary>
    public ImmutableArray<Operand>? Values(string list, string subject, Func<ImmutableArray<Operand>?> convert)
    {
        if (!values.TryGetValue((list, subject), out var known))
        {
            known = convert();
            values.Add((list, subject), known);
        }

        return known;
    }

    /// <summary>What a list is used as, one entry a type, in the order of <see cref="FieldType"/>.</summary>
    public IEnumerable<ImmutableArray<Operand>> Of(string list) =>
        from use in values
        where string.Equals(use.Key.List, list, StringComparison.Ordinal) && use.Value is { IsEmpty: false }
        group use.Value!.Value by TypeOf(use.Value!.Value) into sameType
        orderby sameType.Key
        select sameType.First();

    public static FieldType TypeOf(ImmutableArray<Operand> values) =>
        values[0] switch
        {
            Operand.Number => FieldType.Number,
            Operand.Boolean => FieldType.Boolean,
            Operand.Date => FieldType.Date,
            _ => FieldType.Text,
        };
}
