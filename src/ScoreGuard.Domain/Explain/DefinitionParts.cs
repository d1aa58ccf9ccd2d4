using System.Collections.Immutable;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Explain;

/// <summary>The model's name, its fields, lists, segments, labels and grade as comparable parts.</summary>
internal static class DefinitionParts
{
    public static IEnumerable<ModelPart> Of(ScoringModel model) =>
        [
            Named(
                EditArea.Model,
                "model",
                "Model",
                "name",
                [new Facet.Value("", "name", PlainWords.Quoted(model.Name), Silent: true)],
                ""
            ),
            .. model.Fields.Select(Part),
            .. model.Lists.Select(list =>
                Named(
                    EditArea.List,
                    list.Name,
                    $"List {PlainWords.Name(list.Name)}",
                    $"lists.{list.Name}",
                    [new Facet.Items("", "items", [.. list.Items.Select(PlainWords.Text)])],
                    ModelReaders.List(list.Name)
                )
            ),
            .. model.Segments.Select(segment =>
                Named(
                    EditArea.Segment,
                    segment.Name,
                    $"Segment {PlainWords.Name(segment.Name)}",
                    $"segments.{segment.Name}",
                    [new Facet.Condition("", "when", segment.When)],
                    ModelReaders.Segment(segment.Name)
                )
            ),
            .. model.Labels.Select(labels =>
                Named(
                    EditArea.Label,
                    labels.Dimension,
                    $"Labels of {PlainWords.Name(labels.Dimension)}",
                    $"labels.{labels.Dimension}",
                    [Bands("", "bands", labels)],
                    ModelReaders.Label(labels.Dimension)
                ) with
                {
                    Sequence = "labels",
                    Renamable = false,
                }
            ),
            .. model.Grade is { } grade ? [Part(grade)] : ImmutableArray<ModelPart>.Empty,
        ];

    private static ModelPart Part(Field field) =>
        Named(
            EditArea.Field,
            field.Name,
            $"Field {PlainWords.Name(field.Name)}",
            $"fields.{field.Name}",
            [
                new Facet.Value("type", "type", field.Type.ToString().ToLowerInvariant()),
                new Facet.Value("from", "derived from", field.From is null ? null : PlainWords.Name(field.From)),
                new Facet.Items("patterns", "patterns", [.. field.Patterns.Select(Pattern)], OrderCounts: true),
                new Facet.Items("bands", "bands", [.. field.Bands.Select(Band)]),
                new Facet.Items("synonyms", "synonyms", [.. field.Synonyms.SelectMany(Synonyms)]),
                new Facet.Value("default", "default", field.Default is null ? null : MatcherWords.Of(field.Default)),
            ],
            ModelReaders.Field(field.Name)
        ) with
        {
            Sequence = "fields",
            Renamable = false,
        };

    private static ModelPart Part(Grade grade) =>
        Named(
            EditArea.Grade,
            "grade",
            "Grade",
            "grade",
            [
                new Facet.Value("rows.score", "row score", PlainWords.Name(grade.Rows.Dimension)),
                Bands("rows.bands", "row bands", grade.Rows),
                new Facet.Value("columns.score", "column score", PlainWords.Name(grade.Columns.Dimension)),
                Bands("columns.bands", "column bands", grade.Columns),
            ],
            ModelReaders.Grade
        );

    private static ModelPart Named(
        EditArea area,
        string name,
        string title,
        string path,
        ImmutableArray<Facet> facets,
        string node
    ) =>
        new(area, name, title, path, facets, ModelPart.SummaryOf(facets), node)
        {
            Renamable = area is EditArea.List or EditArea.Segment,
        };

    private static Facet.Items Bands(string key, string label, LabelSet labels) =>
        new(
            key,
            label,
            [
                .. labels.Bands.Select(band =>
                    band.From is { } from
                        ? $"{PlainWords.Name(band.Name)} from {PlainWords.Number(from)}"
                        : $"{PlainWords.Name(band.Name)} from below"
                ),
            ]
        );

    private static string Pattern(FieldPattern pattern) =>
        pattern.Value is { } value
            ? $"{PlainWords.Quoted(pattern.Match)} gives {MatcherWords.Of(value)}"
            : $"{PlainWords.Quoted(pattern.Match)} gives what it captures";

    private static string Band(FieldBand band) =>
        band.Below is { } below
            ? $"{MatcherWords.Of(band.Value)} below {PlainWords.Number(below)}"
            : $"{MatcherWords.Of(band.Value)} for the rest";

    /// <summary>A canonical value without variants still says something: how it is spelled, whatever its case.</summary>
    private static IEnumerable<string> Synonyms(Synonym synonym) =>
        synonym.Variants.IsEmpty
            ? [$"{PlainWords.Text(synonym.Canonical)} in any case"]
            : synonym.Variants.Select(variant =>
                $"{PlainWords.Text(variant)} for {PlainWords.Text(synonym.Canonical)}"
            );
}
