using System.Globalization;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Mautic;

/// <summary>A lead's properties as Mautic takes them.</summary>
internal static class MauticProperties
{
    /// <summary>Versions of Mautic's API drop every 0 of a contact that they create or edit, and with it every no.</summary>
    public static bool MayBeDropped(object? value) => value is false or 0m;

    public static JsonObject ToJson(IEnumerable<TargetProperty> properties)
    {
        var row = new JsonObject();
        var empties = false;
        foreach (var (name, value) in properties)
        {
            row[name] = value switch
            {
                null => null,
                bool yes => JsonValue.Create(yes ? 1 : 0),
                decimal number => JsonValue.Create(number),
                _ => JsonValue.Create(Text(value)),
            };
            empties |= value is null or "";
        }

        if (empties)
        {
            row["overwriteWithBlank"] = true;
        }

        return row;
    }

    public static string Text(object? value) =>
        value switch
        {
            null => "",
            string text => text,
            bool yes => yes ? "1" : "0",
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
