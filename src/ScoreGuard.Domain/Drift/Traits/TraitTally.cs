using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ScoreGuard.Domain.Drift.Traits;

/// <summary>
/// Counts which traits unchanged leads have and which the changed ones, lead by lead, in memory that does not grow with
/// the leads. One thread's.
/// </summary>
/// <param name="groups">How many groups of changed leads are told apart; others count as changed only.</param>
public sealed class TraitTally(TraitScope scope, int groups)
{
    /// <summary>Traits that are counted; those that come later are not.</summary>
    private const int MostTraits = 20_000;

    /// <summary>Values of one attribute, or of one property of an activity.</summary>
    private const int MostValues = 1_000;

    /// <summary>Names of activities and of attributes.</summary>
    private const int MostNames = 500;

    /// <summary>Traits that are said of a group.</summary>
    private const int MostSaid = 3;

    private readonly Dictionary<Trait, int[]> _counts = [];
    private readonly Dictionary<Trait, int> _values = [];
    private readonly HashSet<Trait> _ofLead = [];
    private readonly int[] _leads = new int[groups + 2];
    private ImmutableArray<CommonTrait>? _ofAll;

    /// <summary>Traits that are counted, for who wants to know what it takes.</summary>
    internal int Kept => _counts.Count + _values.Count;

    private int Unchanged => _leads[0];

    /// <param name="lead">A frozen lead, which was found free of errors.</param>
    /// <param name="group">From 0; <c>groups</c>: changed, in none of them; null: unchanged.</param>
    public void Add(JsonElement lead, int? group)
    {
        _ofAll = null;
        var column = group is { } place ? place + 1 : 0;
        _leads[column]++;
        _ofLead.Clear();
        LeadTraits.Read(lead, scope, _ofLead);
        foreach (var trait in _ofLead)
        {
            if (Find(trait) is { } counts)
            {
                counts[column]++;
            }
        }
    }

    /// <summary>What all changed leads have in common, whatever their group.</summary>
    public ImmutableArray<CommonTrait> OfAllChanged() =>
        _ofAll ??= Best(Compare(static (counts, _) => counts.Skip(1).Sum(), 0), static _ => false);

    /// <summary>
    /// What the leads of a group have in common. What is common to all changed leads is no chance any more, however small the
    /// group.
    /// </summary>
    public ImmutableArray<CommonTrait> Of(int group)
    {
        var known = OfAllChanged().Select(common => common.Trait).ToHashSet();
        return Best(Compare(static (counts, group) => counts[group + 1], group), known.Contains);
    }

    private int[]? Find(Trait trait)
    {
        if (_counts.TryGetValue(trait, out var counts))
        {
            return counts;
        }

        var kin = trait with { Value = "", Name = trait.Value.Length == 0 ? "" : trait.Name };
        var siblings = _values.GetValueOrDefault(kin);
        if (_counts.Count < MostTraits && siblings < (trait.Value.Length == 0 ? MostNames : MostValues))
        {
            _values[kin] = siblings + 1;
            return _counts[trait] = new int[_leads.Length];
        }

        if (siblings > 0)
        {
            // From here on a threshold over its values would be wrong.
            _values[kin] = int.MaxValue;
        }

        return null;
    }

    /// <summary>Every trait with its counts on both sides, those that can be told from the others' included.</summary>
    private List<CommonTrait> Compare(Func<int[], int, int> changed, int group)
    {
        var leads = changed(_leads, group);
        var compared = new List<CommonTrait>(_counts.Count);
        foreach (var (trait, counts) in _counts)
        {
            Add(trait, changed(counts, group), counts[0]);
            if (trait.Kind == TraitKind.Present)
            {
                Add(Trait.Missing(trait.Name), leads - changed(counts, group), Unchanged - counts[0]);
            }
        }

        foreach (var numbers in Numbers())
        {
            AddThresholds(numbers, TraitKind.AtMost);
            numbers.Reverse();
            AddThresholds(numbers, TraitKind.AtLeast);
        }

        return compared;

        // The last one would say no more than that there is a number.
        void AddThresholds(List<KeyValuePair<Trait, int[]>> numbers, TraitKind kind)
        {
            var (having, unchanged) = (0, 0);
            foreach (var ((value, counts), (next, _)) in numbers.Zip(numbers.Skip(1)))
            {
                having += changed(counts, group);
                unchanged += counts[0];
                // 1 and 1.0 are on the same side.
                if (Number(value) != Number(next))
                {
                    Add(value with { Kind = kind }, having, unchanged);
                }
            }
        }

        void Add(Trait trait, int having, int unchanged) =>
            compared.Add(new(trait, having, leads, unchanged, Unchanged));
    }

    /// <summary>Attributes whose values are all numbers and were all counted, each by value.</summary>
    private IEnumerable<List<KeyValuePair<Trait, int[]>>> Numbers()
    {
        foreach (
            var values in _counts.Where(count => count.Key.Kind == TraitKind.Value).GroupBy(count => count.Key.Name)
        )
        {
            var isWhole = _values[new(TraitKind.Value, values.Key)] != int.MaxValue;
            if (isWhole && values.All(count => Number(count.Key) is not null))
            {
                yield return [.. values.OrderBy(count => Number(count.Key))];
            }
        }
    }

    private static decimal? Number(Trait trait) =>
        decimal.TryParse(trait.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ImmutableArray<CommonTrait> Best(List<CommonTrait> compared, Func<Trait, bool> isKnown)
    {
        var tried = compared.Count(CouldSeparate);
        var told = compared
            .Where(trait => Separation.Difference(trait) >= Separation.LeastDifference)
            .Where(trait => isKnown(trait.Trait) || Separation.Chance(trait) * tried <= Separation.MostChance)
            .OrderByDescending(Separation.Difference)
            // What is so of every changed lead is likelier than what is so of this group only.
            .ThenByDescending(trait => isKnown(trait.Trait))
            .ThenBy(trait => trait.Trait.Kind)
            .ThenBy(trait => trait.Trait.Name, StringComparer.Ordinal)
            .ThenBy(trait => trait.Trait.Property, StringComparer.Ordinal)
            .ThenBy(trait => trait.Trait.Value, StringComparer.Ordinal)
            .ToList();
        // Only the best, and what is exactly as good: the rest follows from it or is weaker.
        return
        [
            .. told.TakeWhile(trait => SameCounts(trait, told[0])).DistinctBy(trait => trait.Trait.Name).Take(MostSaid),
        ];
    }

    /// <summary>Whether so many leads have it that it could tell the changed ones at all.</summary>
    private static bool CouldSeparate(CommonTrait trait) =>
        trait.Having + trait.UnchangedHaving >= trait.Leads * Separation.LeastDifference;

    private static bool SameCounts(CommonTrait one, CommonTrait other) =>
        one.Having == other.Having && one.UnchangedHaving == other.UnchangedHaving;
}
