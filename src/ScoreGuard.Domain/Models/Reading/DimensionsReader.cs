using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>The section <c>scores</c>.</summary>
internal sealed class DimensionsReader(ModelNames names, CriterionReader criteria)
{
    private const int MostRules = 10_000;

    private readonly RuleReader rules = new(names, criteria);
    private readonly Dictionary<string, List<string>> sums = new(StringComparer.Ordinal);
    private int ruleCount;

    public ImmutableArray<Dimension> Read(RecordReader model)
    {
        var dimensions = model.Get(ModelShape.Scores, []);
        var read = dimensions.Select(dimension => Read(dimension.Name, dimension.Value)).ToImmutableArray();
        var byName = dimensions.ToLookup(dimension => dimension.Name, StringComparer.Ordinal);
        foreach (var cycle in Cycles.Find([.. sums.Keys], name => sums.GetValueOrDefault(name) ?? []))
        {
            byName[cycle[0]]
                .First()
                .Value.KeyError(
                    DimensionShape.Sum,
                    ModelCodes.SumCycle,
                    $"Dimensions cannot be sums of themselves: {Cycles.Spell(cycle)}; take one out of another."
                );
        }

        return read;
    }

    private Dimension Read(string name, RecordReader dimension)
    {
        var (min, max) = Range(dimension, DimensionShape.Min, DimensionShape.Max);
        var (groups, declared) = Groups(dimension);
        return new(
            name,
            dimension.Get(DimensionShape.Start, 0),
            min,
            max,
            dimension.Get(DimensionShape.Unscored, otherwise: false),
            groups,
            Rules(dimension, declared),
            Sum(name, dimension)
        );
    }

    private ImmutableArray<Rule> Rules(RecordReader dimension, NameTable<bool> groups)
    {
        var read = ImmutableArray.CreateBuilder<Rule>();
        foreach (var rule in dimension.Get(DimensionShape.Rules, []))
        {
            if (++ruleCount == MostRules + 1)
            {
                rule.Place.Error(
                    ModelCodes.TooManyRules,
                    $"This is rule {ruleCount}; a model has at most {MostRules} rules: merge rules that differ in one value only."
                );
            }

            if (rules.Read(rule, groups) is { } good)
            {
                read.Add(good);
            }
        }

        return read.ToImmutable();
    }

    private static (ImmutableArray<RuleGroup> Groups, NameTable<bool> Declared) Groups(RecordReader dimension)
    {
        var declared = new NameTable<bool>("group", ModelCodes.UnknownGroup);
        ModelNames.Declare(dimension, DimensionShape.Groups, declared, (_, _) => true);
        var read = ImmutableArray.CreateBuilder<RuleGroup>();
        foreach (var group in dimension.Get(DimensionShape.Groups, []))
        {
            var (min, max) = Range(group.Value, DimensionShape.GroupMin, DimensionShape.GroupMax);
            read.Add(new(group.Name, min, max));
        }

        return (read.ToImmutable(), declared);
    }

    private ImmutableArray<SumTerm> Sum(string name, RecordReader dimension)
    {
        if (!dimension.Has(DimensionShape.Sum))
        {
            return [];
        }

        RecordKey[] own = [DimensionShape.Start, DimensionShape.Unscored, DimensionShape.Groups, DimensionShape.Rules];
        foreach (var key in own.Where(dimension.Has))
        {
            dimension.KeyError(
                key,
                ModelCodes.SumBesides,
                $"A dimension with `sum` may have only `min` and `max` besides; move {Quote.Code(key.Name)} to another dimension."
            );
        }

        if (!dimension.TryGet(DimensionShape.Sum, out var terms))
        {
            return [];
        }

        if (dimension.PlaceOf(DimensionShape.Sum).Node is DocumentNode.Mapping { Entries.IsEmpty: true })
        {
            dimension
                .PlaceOf(DimensionShape.Sum)
                .Error(ModelCodes.EmptySum, "A sum adds at least one dimension, as in `{ fit: 1 }`; name one.");
        }

        foreach (var term in terms)
        {
            if (!names.Dimensions.TryFind(term.Name, out _) && names.Dimensions.IsComplete)
            {
                term.NameError(
                    ModelCodes.UnknownDimension,
                    names.Dimensions.Unknown(term.Name, term.Mapping.Diagnostics)
                );
            }
        }

        sums[name] = [.. terms.Select(term => term.Name)];
        return [.. terms.Select(term => new SumTerm(term.Name, term.Value))];
    }

    private static (decimal? Min, decimal? Max) Range(RecordReader record, Key<decimal> minKey, Key<decimal> maxKey)
    {
        var min = record.FindValue(minKey);
        var max = record.FindValue(maxKey);
        if (min > max)
        {
            record
                .PlaceOf(minKey)
                .Error(
                    ModelCodes.MinAboveMax,
                    $"`min` is {NumberText.Format(min.Value)}, above `max`, which is {NumberText.Format(max.Value)}; exchange the two."
                );
        }

        return (min, max);
    }
}
