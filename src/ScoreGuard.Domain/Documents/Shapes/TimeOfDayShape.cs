using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>A time of day as <c>09:00</c>; read as minutes after midnight.</summary>
/// <param name="mayEndTheDay">Whether <c>24:00</c> is one.</param>
public sealed class TimeOfDayShape(bool mayEndTheDay) : Shape<int>
{
    public override string Noun => "a time of day such as `'09:00'`";

    public override bool TryRead(Place place, out int value)
    {
        value = 0;
        if (
            place.Node is DocumentNode.Scalar { Kind: ScalarKind.Text, Text: { Length: 5 } text }
            && text[2] == ':'
            && TryTwo(text.AsSpan(0, 2), out var hours)
            && TryTwo(text.AsSpan(3, 2), out var minutes)
            && minutes < 60
            && (hours < 24 || (mayEndTheDay && hours == 24 && minutes == 0))
        )
        {
            value = (hours * 60) + minutes;
            return true;
        }

        var range = mayEndTheDay ? "from `'00:00'` to `'24:00'`" : "from `'00:00'` to `'23:59'`";
        place.Error(DocumentCodes.BadTimeOfDay, $"Expected {Noun}, {range}, but found {place.Found}.");
        return false;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new()
        {
            ["type"] = "string",
            ["pattern"] = mayEndTheDay ? "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$" : "^([01][0-9]|2[0-3]):[0-5][0-9]$",
        };

    private static bool TryTwo(ReadOnlySpan<char> text, out int value)
    {
        var digits = !text.ContainsAnyExceptInRange('0', '9');
        value = digits ? ((text[0] - '0') * 10) + (text[1] - '0') : 0;
        return digits;
    }
}
