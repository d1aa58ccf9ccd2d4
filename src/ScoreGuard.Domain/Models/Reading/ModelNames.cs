using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>Every name that a model declares, gathered before anything that refers to one is read.</summary>
internal sealed class ModelNames
{
    private readonly Dictionary<string, SourcePosition> ruleIds = new(StringComparer.Ordinal);

    private ModelNames(RecordReader model)
    {
        HasLifecycle = model.Has(ModelShape.Lifecycle) || model.IsMisspelt(ModelShape.Lifecycle);
        HasGrade = model.Has(ModelShape.Grade) || model.IsMisspelt(ModelShape.Grade);
    }

    public NameTable<FieldFacts> Fields { get; } = new("field", ModelCodes.UnknownField);

    public NameTable<ImmutableArray<Place>> Lists { get; } = new("list", ModelCodes.UnknownList);

    public NameTable<Place> Segments { get; } = new("segment", ModelCodes.UnknownSegment);

    public NameTable<DimensionFacts> Dimensions { get; } = new("dimension", ModelCodes.UnknownDimension);

    /// <summary>Dimensions that have labels.</summary>
    public NameTable<NameTable<bool>> Labels { get; } = new("labelled dimension", ModelCodes.UnknownLabels);

    public NameTable<bool> GradeRows { get; } = new("grade", ModelCodes.UnknownGrade);

    public NameTable<bool> GradeColumns { get; } = new("grade", ModelCodes.UnknownGrade);

    public NameTable<bool> Stages { get; } = new("stage", ModelCodes.UnknownStage);

    public NameTable<bool> Calendars { get; } = new("calendar", ModelCodes.UnknownCalendar);

    /// <summary>The values of named lists as matchers use them.</summary>
    public ListUses ListUses { get; } = new();

    public bool HasLifecycle { get; }

    public bool HasGrade { get; }

    /// <summary>The key of a score, label or grade that a segment reads, itself or through others; null: none.</summary>
    public Dictionary<string, string> ScoreReads { get; } = new(StringComparer.Ordinal);

    public static ModelNames Of(RecordReader model)
    {
        var names = new ModelNames(model);
        Declare(model, ModelShape.Lists, names.Lists, Items);
        Declare(model, ModelShape.Segments, names.Segments, place => place);
        Declare(
            model,
            ModelShape.Scores,
            names.Dimensions,
            (name, place) => new DimensionFacts(name, Find(place, DimensionShape.Sum) is not null)
        );
        Declare(model, ModelShape.Labels, names.Labels, Bands);
        Declare(model, ModelShape.Calendars, names.Calendars, _ => true);
        names.DeclareGrade(model);
        names.DeclareStages(model);
        return names;
    }

    /// <summary>Takes an id of a rule or transition; one that is taken is reported.</summary>
    public void ClaimRuleId(Placed<string> id) => Claim(ruleIds, id, "rule or transition");

    /// <inheritdoc cref="ClaimRuleId"/>
    public static void Claim(Dictionary<string, SourcePosition> taken, Placed<string> id, string noun)
    {
        if (!taken.TryAdd(id.Value, id.Place.Node.At))
        {
            id.Place.Error(
                ModelCodes.RepeatedId,
                $"The id {Quote.Code(id.Value)} is that of the {noun} in line {taken[id.Value].Line} already; choose another."
            );
        }
    }

    private void DeclareGrade(RecordReader model)
    {
        foreach (var (table, side) in new[] { (GradeRows, BandsShape.Rows), (GradeColumns, BandsShape.Columns) })
        {
            var axis = model.Has(ModelShape.Grade) ? Find(model.PlaceOf(ModelShape.Grade), side) : null;
            DeclareKeys(axis is { } place ? Find(place, BandsShape.GradeBands) : null, table);
        }
    }

    private void DeclareStages(RecordReader model)
    {
        var stages = model.Has(ModelShape.Lifecycle)
            ? Find(model.PlaceOf(ModelShape.Lifecycle), LifecycleShape.Stages)
            : null;
        Stages.IsComplete = stages is { Node: DocumentNode.Sequence };
        foreach (var item in stages?.Node is DocumentNode.Sequence list ? list.Items : [])
        {
            if (item is DocumentNode.Scalar { Kind: ScalarKind.Text } stage)
            {
                Stages.Declare(stage.Text, value: true);
            }
            else
            {
                Stages.IsComplete = false;
            }
        }
    }

    private static void Declare<T>(RecordReader model, RecordKey section, NameTable<T> table, Func<Place, T> facts) =>
        Declare(model, section, table, (_, place) => facts(place));

    internal static void Declare<T>(
        RecordReader model,
        RecordKey section,
        NameTable<T> table,
        Func<string, Place, T> facts
    )
    {
        if (!model.Has(section))
        {
            table.IsComplete = !model.IsMisspelt(section);
            return;
        }

        var place = model.PlaceOf(section);
        table.IsComplete = place.Node is DocumentNode.Mapping;
        foreach (var entry in place.Node is DocumentNode.Mapping mapping ? mapping.Entries : [])
        {
            table.Declare(entry.Key, facts(entry.Key, place.Value(entry)));
        }
    }

    private static NameTable<bool> Bands(Place bands)
    {
        var table = new NameTable<bool>("label", ModelCodes.UnknownLabel);
        DeclareKeys(bands, table);
        return table;
    }

    private static void DeclareKeys(Place? mapping, NameTable<bool> table)
    {
        table.IsComplete = mapping is { Node: DocumentNode.Mapping };
        foreach (var entry in mapping?.Node is DocumentNode.Mapping bands ? bands.Entries : [])
        {
            table.Declare(entry.Key, value: true);
        }
    }

    private static ImmutableArray<Place> Items(Place list)
    {
        var items = list.Node is DocumentNode.Sequence sequence ? sequence.Items : [];
        return [.. items.Select((item, index) => list.Item(index, item))];
    }

    private static Place? Find(Place mapping, RecordKey key)
    {
        foreach (var entry in mapping.Node is DocumentNode.Mapping node ? node.Entries : [])
        {
            if (string.Equals(entry.Key, key.Name, StringComparison.Ordinal))
            {
                return mapping.Value(entry);
            }
        }

        return null;
    }
}
