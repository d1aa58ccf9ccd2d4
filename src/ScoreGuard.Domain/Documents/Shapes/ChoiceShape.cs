using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>One of a few texts, each standing for a value.</summary>
/// <param name="noun">With its article: <c>a field type</c>.</param>
public sealed class ChoiceShape<T>(string noun, params IReadOnlyList<(string Text, T Value)> choices) : Shape<T>
{
    public override string Noun => $"{noun}: {Quote.OneOf(choices.Select(choice => choice.Text))}";

    public override bool TryRead(Place place, out T value)
    {
        value = default!;
        if (place.Node is DocumentNode.Scalar { Kind: ScalarKind.Text } scalar)
        {
            foreach (var (text, meaning) in choices)
            {
                if (string.Equals(text, scalar.Text, StringComparison.Ordinal))
                {
                    value = meaning;
                    return true;
                }
            }

            var hint = Spelling.Nearest(scalar.Text, choices.Select(choice => choice.Text)) is { } nearest
                ? $"; did you mean {Quote.Code(nearest)}?"
                : ".";
            place.Error(DocumentCodes.UnknownChoice, $"Expected {Noun}, but found {place.Found}{hint}");
            return false;
        }

        return place.Expected(Noun);
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["enum"] = new JsonArray([.. choices.Select(choice => (JsonNode)choice.Text)]) };
}
