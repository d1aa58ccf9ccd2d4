using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>How an attribute or property comes about: a fixed value, a list of equally likely ones, or a mapping.</summary>
/// <param name="record">The keys that the mapping may have.</param>
/// <param name="definition">Its name in the schema.</param>
internal sealed class ValueShape(RecordShape record, string definition) : Shape<ReadValue>
{
    public static readonly ValueShape Whole = new(ValueKeys.Whole, "value");
    private static readonly ValueShape Option = new(ValueKeys.Option, "option");
    private static readonly ValueShape Case = new(ValueKeys.Case, "case");

    public override string Noun => "a value, a list of values, or a mapping such as `{ fake: city }`";

    public override bool TryRead(Place place, out ReadValue value)
    {
        value = ReadValue.Of(new ValuePlan.Missing());
        switch (place.Node)
        {
            case DocumentNode.Scalar:
                return TryFixed(place, out value);
            case DocumentNode.Sequence:
                return TryOptions(place, out value);
            default:
                return record.TryRead(place, out var reader) && new ValueReading(reader).TryRead(out value);
        }
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        definitions.Reference(
            definition,
            all =>
                new()
                {
                    ["anyOf"] = new JsonArray(
                        new JsonObject { ["type"] = new JsonArray("string", "number", "boolean", "null") },
                        Options(all),
                        record.Schema(all)
                    ),
                }
        );

    public static JsonObject ChooseSchema(SchemaDefinitions definitions) =>
        new()
        {
            ["anyOf"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "object",
                    ["additionalProperties"] = ValueKeys.Weight.Shape.Schema(definitions),
                },
                Options(definitions)
            ),
        };

    public static JsonObject CasesSchema(SchemaDefinitions definitions) =>
        new() { ["type"] = "object", ["additionalProperties"] = Case.Schema(definitions) };

    /// <summary>Reads a text, number, boolean or nothing.</summary>
    public static bool TryFixed(Place place, out ReadValue value)
    {
        var scalar = (DocumentNode.Scalar)place.Node;
        value = ReadValue.Of(new ValuePlan.Missing());
        switch (scalar.Kind)
        {
            case ScalarKind.Null:
                return true;
            case ScalarKind.Boolean:
                value = ReadValue.Of(new ValuePlan.Literal(scalar.Text is ['t' or 'T', ..] ? "true" : "false"));
                return true;
            case ScalarKind.Text:
                value = ReadValue.Of(new ValuePlan.Text(scalar.Text));
                return IsHarmless(place, scalar.Text);
            default:
                var isNumber = NumberText.ReadCore(scalar.Text, out var number) == NumberText.Reading.Number;
                value = ReadValue.Of(new ValuePlan.Literal(NumberText.Format(number)));
                if (!isNumber)
                {
                    place.Error(
                        DocumentCodes.UnreadableNumber,
                        $"Expected a finite number of at most {NumberText.MaxDigits} digits, but found {Quote.Code(scalar.Text)}."
                    );
                }

                return isNumber;
        }
    }

    /// <summary>Reads a list of values, each with its weight.</summary>
    public static bool TryOptions(Place place, out ReadValue value)
    {
        var items = ((DocumentNode.Sequence)place.Node).Items;
        var options = ImmutableArray.CreateBuilder<Weighted<ValuePlan>>();
        var uses = ImmutableArray.CreateBuilder<NameUse>();
        for (var index = 0; index < items.Length; index++)
        {
            var item = place.Item(index, items[index]);
            if (Option.TryRead(item, out var option))
            {
                options.Add(new(option.Plan, WeightOf(item)));
                uses.AddRange(option.Uses);
            }
        }

        if (items.IsEmpty)
        {
            place.Error(
                DocumentCodes.EmptyList,
                "Expected a list of values with at least one item, but found an empty list."
            );
        }

        value = new(new ValuePlan.Choice(options.ToImmutable()), Dirt.None, uses.ToImmutable());
        return options.Count == items.Length
            && !items.IsEmpty
            && WeightsShape<ValuePlan>.HasWeight(place, options.ToImmutable());
    }

    /// <summary>Reads the values under <c>cases</c>.</summary>
    public static bool TryCase(Place place, out ReadValue value) => Case.TryRead(place, out value);

    /// <summary>Reports an address at a domain that may be somebody's.</summary>
    public static bool IsHarmless(Place place, string text)
    {
        var harmless = !ReservedDomains.HasForeignAddress(text);
        if (!harmless)
        {
            place.Error(
                LeadPlanCodes.ForeignAddress,
                "The address here may belong to somebody; let its domain end in `.example`, `.test` or `.invalid`, or be `example.com`, `.net` or `.org`."
            );
        }

        return harmless;
    }

    // The option's record knows the key, but what an option is worth is for the list to read.
    private static decimal WeightOf(Place item) =>
        item.Node is DocumentNode.Mapping mapping
        && mapping.Find(ValueKeys.Weight.Name) is { } weight
        && ValueKeys.Weight.Shape.TryRead(
            item with
            {
                Node = weight,
                Path = item.Path.Key(ValueKeys.Weight.Name),
            },
            out var read
        )
            ? read
            : 1;

    private static JsonObject Options(SchemaDefinitions definitions) =>
        new()
        {
            ["type"] = "array",
            ["minItems"] = 1,
            ["items"] = Option.Schema(definitions),
        };
}
