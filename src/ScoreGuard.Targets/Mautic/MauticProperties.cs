using System.Globalization;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Mautic;

/// <summary>A lead's properties as Mautic takes them.</summary>
internal static class MauticProperties
{
    /// <summary>Mautic's API drops every number 0 of a contact that it creates or edits, and with it every no.</summary>
    public static bool IsDropped(object? value) => value is false or 0m;

    /// <param name="properties">Those that Mautic drops are left out.</param>
    public static JsonObject ToJson(IEnumerable<TargetProperty> properties)
    {
        var row = new JsonObject();
        var empties = false;
        foreach (var (name, value) in properties)
        {
            if (IsDropped(value))
            {
                continue;
            }

            row[name] = value switch
            {
                null => null,
                bool => JsonValue.Create(1),
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
