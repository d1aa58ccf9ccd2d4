using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.HubSpot;

/// <summary>One contact in a batch that writes.</summary>
/// <param name="Key">The contact's id, or its address where that is what it is found by.</param>
/// <param name="Trace">What HubSpot gives back with the input's result or error; unique in a batch.</param>
internal sealed record BatchInput(string Key, string Trace, ImmutableArray<TargetProperty> Properties)
{
    /// <param name="idProperty">By which property <see cref="Key"/> is found; null: by the contact's id.</param>
    public JsonObject ToJson(string? idProperty)
    {
        var properties = new JsonObject();
        foreach (var property in Properties)
        {
            properties[property.Name] = Text(property.Value);
        }

        var input = new JsonObject
        {
            ["id"] = Key,
            ["objectWriteTraceId"] = Trace,
            ["properties"] = properties,
        };
        if (idProperty is not null)
        {
            input["idProperty"] = idProperty;
        }

        return input;
    }

    /// <summary>HubSpot takes texts only; an empty one clears a property.</summary>
    public static string Text(object? value) =>
        value switch
        {
            null => "",
            bool flag => flag ? "true" : "false",
            decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
