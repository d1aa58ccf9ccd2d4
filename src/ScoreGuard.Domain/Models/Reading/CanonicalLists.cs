using System.Collections.Immutable;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>
/// Named lists by what they are used as: an unquoted <c>01234</c> is the text <c>01234</c> to one field and the number 1234
/// to another. A list of two uses becomes two lists, so that each holds values of one type.
/// </summary>
internal sealed class CanonicalLists
{
    private readonly Dictionary<(string List, FieldType Type), string> names = [];
    private readonly List<(string Name, ImmutableArray<Operand> Values)> lists = [];

    /// <summary>In document order; those of one list in the order of <see cref="FieldType"/>.</summary>
    public IReadOnlyList<(string Name, ImmutableArray<Operand> Values)> Lists => lists;

    public static CanonicalLists Of(ScoringModel model, ListUses uses)
    {
        var canonical = new CanonicalLists();
        var taken = model.Lists.Select(list => list.Name).ToHashSet(StringComparer.Ordinal);
        var byList = uses.ByList();
        foreach (var list in model.Lists)
        {
            canonical.Add(list, byList[list.Name], taken);
        }

        return canonical;
    }

    /// <summary>The name under which the canonical form has these values of a list.</summary>
    public string Name(string list, ImmutableArray<Operand> values) => names[(list, ListUses.TypeOf(values))];

    private void Add(NamedList list, IEnumerable<ImmutableArray<Operand>> uses, HashSet<string> taken)
    {
        var first = true;
        foreach (var values in uses)
        {
            var name = list.Name;
            while (!first && !taken.Add(name))
            {
                name += "'";
            }

            first = false;
            names[(list.Name, ListUses.TypeOf(values))] = name;
            lists.Add((name, values));
        }

        if (first)
        {
            lists.Add((list.Name, [.. list.Items.Select(item => new Operand.Text(item))]));
        }
    }
}
