using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

internal sealed class LocaleShape : Shape<Locale>
{
    public override string Noun => "a locale such as `en_US`";

    public override bool TryRead(Place place, out Locale value)
    {
        var found = place.Node is DocumentNode.Scalar { Kind: ScalarKind.Text } scalar
            ? Locales.Find(scalar.Text)
            : null;
        value = found ?? Locales.Find(Locales.Default)!;
        if (found is null)
        {
            var text = place.Node is DocumentNode.Scalar given ? given.Text : "";
            var known = Locales.All.Select(locale => locale.Name).ToArray();
            place.Error(
                LeadPlanCodes.UnknownLocale,
                $"Expected {Noun}, but found {place.Found}{Spelling.Hint(text, known)}"
            );
        }

        return found is not null;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["enum"] = new JsonArray([.. Locales.All.Select(locale => (JsonNode)locale.Name)]) };
}
