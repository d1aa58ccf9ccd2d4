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

    /// <summary>What each list is used as, one entry a type, in the order of <see cref="FieldType"/>.</summary>
    public ILookup<string, ImmutableArray<Operand>> ByList() =>
        (
            from use in values
            where use.Value is { IsEmpty: false }
            let used = use.Value!.Value
            group used by (use.Key.List, Type: TypeOf(used)) into sameType
            orderby sameType.Key.Type
            select (sameType.Key.List, Used: sameType.First())
        ).ToLookup(use => use.List, use => use.Used, StringComparer.Ordinal);

    public static FieldType TypeOf(ImmutableArray<Operand> values) =>
        values[0] switch
        {
            Operand.Number => FieldType.Number,
            Operand.Boolean => FieldType.Boolean,
            Operand.Date => FieldType.Date,
            _ => FieldType.Text,
        };
}
