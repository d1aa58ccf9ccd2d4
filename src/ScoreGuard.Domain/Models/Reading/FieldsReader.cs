using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>The section <c>fields</c>: first their names and types, then, when lists and other fields are known, the rest.</summary>
internal sealed class FieldsReader(ModelNames names)
{
    private const int MostDerivations = 64;

    private readonly Dictionary<string, Placed<string>> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<Synonym>> synonyms = new(StringComparer.Ordinal);
    private ImmutableArray<Named<RecordReader>> fields = [];

    public void Declare(RecordReader model)
    {
        fields = model.Get(ModelShape.Fields, []);
        var facts = new Dictionary<string, FieldFacts>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (CriterionShape.IsReserved(field.Name))
            {
                field.NameError(
                    ModelCodes.ReservedField,
                    $"A field cannot be called {Quote.Code(field.Name)}: criteria use that word for something else; rename it."
                );
            }

            facts.TryAdd(field.Name, Facts(field));
        }

        ModelNames.Declare(
            model,
            ModelShape.Fields,
            names.Fields,
            (name, _) =>
                facts.GetValueOrDefault(name) ?? new(name, null, new Dictionary<string, string>(StringComparer.Ordinal))
        );
    }

    public ImmutableArray<Field> Read()
    {
        var read = fields.Select(Read).ToImmutableArray();
        var cycles = Cycles.Find(
            [.. sources.Keys],
            name => sources.TryGetValue(name, out var source) ? [source.Value] : []
        );
        foreach (var cycle in cycles)
        {
            sources[cycle[0]]
                .Place.Error(
                    ModelCodes.FieldCycle,
                    $"Fields cannot be derived from themselves: {Cycles.Spell(cycle)}; derive one of them from another field."
                );
        }

        if (cycles.Count == 0)
        {
            BoundChains();
        }

        return read;
    }

    // At the field that takes the first step too far; what is derived from it in turn is not blamed again.
    private void BoundChains()
    {
        var steps = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var field in sources.Keys)
        {
            var chain = new Stack<string>();
            for (
                var name = field;
                !steps.ContainsKey(name) && sources.TryGetValue(name, out var source);
                name = source.Value
            )
            {
                chain.Push(name);
            }

            while (chain.TryPop(out var next))
            {
                var from = sources[next];
                steps[next] = steps.GetValueOrDefault(from.Value) + 1;
                if (steps[next] == MostDerivations + 1)
                {
                    from.Place.Error(
                        ModelCodes.DerivedTooDeep,
                        $"{Quote.Code(next)} is derived through {steps[next]} fields, one from the other; at most {MostDerivations} are read: derive it from a field nearer to what leads bring."
                    );
                }
            }
        }
    }

    private FieldFacts Facts(Named<RecordReader> field)
    {
        var type = field.Value.FindValue(FieldShape.Type);
        var groups = field.Value.Get(FieldShape.Synonyms, []);
        if (type is { } known and not FieldType.Text && field.Value.Has(FieldShape.Synonyms))
        {
            field.Value.KeyError(
                FieldShape.Synonyms,
                ModelCodes.SynonymType,
                $"Only text fields have synonyms, and {Quote.Code(field.Name)} is a {known.ToString().ToLowerInvariant()}; remove them, or make it a text."
            );
        }

        var reader = new SynonymsReader();
        synonyms[field.Name] = reader.Read(groups);
        return new(field.Name, type, reader.Canonicals);
    }

    private Field Read(Named<RecordReader> named)
    {
        var (name, field) = (named.Name, named.Value);
        names.Fields.TryFind(name, out var facts);
        var from = field.Find(FieldShape.From);
        CheckDerivation(name, field);
        var patterns = field.Get(FieldShape.Patterns, []);
        var bands = field.Get(FieldShape.Bands, []);
        if (from is not null && names.Fields.TryResolve(from, out var source))
        {
            sources[name] = from;
            CheckSource(from, source, field);
        }

        return new(
            name,
            facts?.Type ?? FieldType.Text,
            from?.Value,
            [.. patterns.Select(pattern => Pattern(pattern, name, facts?.Type))],
            Bands(bands, name, facts?.Type),
            synonyms.GetValueOrDefault(name, []),
            field.TryGet(FieldShape.Default, out var place) ? Value(place, name, facts?.Type) : null
        );
    }

    private static void CheckDerivation(string name, RecordReader field)
    {
        var (patterns, bands) = (field.Has(FieldShape.Patterns), field.Has(FieldShape.Bands));
        if (patterns && bands)
        {
            field.KeyError(
                FieldShape.Bands,
                ModelCodes.Derivation,
                $"The field {Quote.Code(name)} has both `patterns` and `bands`; keep one of them."
            );
        }

        if (
            field.Has(FieldShape.From)
            && !patterns
            && !bands
            && !field.IsMisspelt(FieldShape.Patterns)
            && !field.IsMisspelt(FieldShape.Bands)
        )
        {
            field.KeyError(
                FieldShape.From,
                ModelCodes.Derivation,
                $"The field {Quote.Code(name)} has `from`, but neither `patterns` nor `bands`; say with one of them how it is derived."
            );
        }

        if (!field.Has(FieldShape.From) && !field.IsMisspelt(FieldShape.From) && (patterns || bands))
        {
            var key = patterns ? (RecordKey)FieldShape.Patterns : FieldShape.Bands;
            field.KeyError(
                key,
                ModelCodes.Derivation,
                $"The field {Quote.Code(name)} has {Quote.Code(key.Name)}, but no `from`; name the field that it is derived from."
            );
        }
    }

    private static void CheckSource(Placed<string> from, FieldFacts source, RecordReader field)
    {
        var (patterns, bands) = (field.Has(FieldShape.Patterns), field.Has(FieldShape.Bands));
        var needed = patterns ? FieldType.Text : FieldType.Number;
        if (patterns != bands && source.Type is { } type && type != needed)
        {
            var key = patterns ? "patterns" : "bands";
            from.Place.Error(
                ModelCodes.SourceType,
                $"`{key}` derive from a {needed.ToString().ToLowerInvariant()} field, and {Quote.Code(source.Name)} is a {type.ToString().ToLowerInvariant()}; name another field."
            );
        }
    }

    private static FieldPattern Pattern(RecordReader pattern, string field, FieldType? type)
    {
        var match = pattern.Find(FieldShape.Match) ?? "";
        var value = pattern.TryGet(FieldShape.PatternValue, out var place) ? Value(place, field, type) : null;
        if (!pattern.Has(FieldShape.Match))
        {
            return new(match, value);
        }

        var at = pattern.PlaceOf(FieldShape.Match);
        if (PatternText.Compile(match, out var problem) is not { } regex)
        {
            at.Error(ModelCodes.Pattern, $"The pattern {Quote.Code(match)} {problem}.");
            return new(match, value);
        }

        if (
            PatternText.CapturesValue(regex) == pattern.Has(FieldShape.PatternValue)
            && !pattern.IsMisspelt(FieldShape.PatternValue)
        )
        {
            at.Error(
                ModelCodes.PatternValue,
                value is null && !pattern.Has(FieldShape.PatternValue)
                    ? "A pattern gives a `value`, or what its group `(?<value>…)` catches; add one of the two."
                    : "A pattern gives a `value`, or what its group `(?<value>…)` catches; keep one of the two."
            );
        }

        return new(match, value);
    }

    private static ImmutableArray<FieldBand> Bands(ImmutableArray<RecordReader> bands, string field, FieldType? type)
    {
        var read = ImmutableArray.CreateBuilder<FieldBand>(bands.Length);
        decimal? highest = null;
        for (var i = 0; i < bands.Length; i++)
        {
            var band = bands[i];
            var below = band.FindValue(FieldShape.Below);
            if (below is { } bound && highest is { } before && bound <= before)
            {
                band.PlaceOf(FieldShape.Below)
                    .Error(
                        ModelCodes.BandOrder,
                        $"Bands ascend, and {NumberText.Format(bound)} is not above {NumberText.Format(before)} before it; put the bands in order."
                    );
            }

            if (!band.Has(FieldShape.Below) && !band.IsMisspelt(FieldShape.Below) && i < bands.Length - 1)
            {
                band.Place.Error(
                    ModelCodes.BandOrder,
                    "A band without `below` takes the rest, so it comes last; move it to the end, or give it a `below`."
                );
            }

            highest = below ?? highest;
            if (band.TryGet(FieldShape.BandValue, out var place) && Value(place, field, type) is { } value)
            {
                read.Add(new(below, value));
            }
        }

        return read.ToImmutable();
    }

    private static Operand? Value(Place place, string field, FieldType? type)
    {
        if (type is not { } known)
        {
            return null;
        }

        if (place.Node is DocumentNode.Scalar scalar && Operands.Convert(scalar, known) is { } value)
        {
            return value;
        }

        place.Error(
            ModelCodes.ValueType,
            $"Expected {Operands.Noun(known)} for the field {Quote.Code(field)}, but found {place.Found}."
        );
        return null;
    }
}
