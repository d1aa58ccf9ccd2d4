using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>Labels and grades: names with their lower bounds.</summary>
internal static class BandsShape
{
    public static readonly MapShape<decimal?> Bands = new(
        "a mapping of names to lower bounds such as `hot: 80`, `~` for no bound",
        "band",
        new Bound()
    );

    public static readonly Key<Placed<string>> Score = new(
        "score",
        Values.Reference("the name of a dimension"),
        "The dimension whose value falls into the bands.",
        required: true
    );

    public static readonly Key<ImmutableArray<Named<decimal?>>> GradeBands = new(
        "bands",
        Bands,
        "Names by lower bound; the band with the greatest bound not above the value is taken.",
        required: true
    );

    public static readonly RecordShape Axis = new("a side of the grade", Score, GradeBands);

    public static readonly Key<RecordReader> Rows = new(
        "rows",
        Axis,
        "Gives the first part of the grade.",
        required: true
    );

    public static readonly Key<RecordReader> Columns = new(
        "columns",
        Axis,
        "Gives the second part of the grade.",
        required: true
    );

    public static readonly RecordShape Grade = new("a grade", Rows, Columns);

    private sealed class Bound : Shape<decimal?>
    {
        public override string Noun => "a lower bound, or `~` for none";

        public override bool TryRead(Place place, out decimal? value)
        {
            value = null;
            if (place.Node is DocumentNode.Scalar { Kind: ScalarKind.Null })
            {
                return true;
            }

            if (!Values.Points.TryRead(place, out var points))
            {
                return false;
            }

            value = points;
            return true;
        }

        public override JsonObject Schema(SchemaDefinitions definitions)
        {
            var schema = Values.Points.Schema(definitions);
            schema["type"] = new JsonArray("number", "null");
            return schema;
        }
    }
}
