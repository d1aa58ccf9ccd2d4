using System.Text.Json;

namespace ScoreGuard.Domain.Drift.Traits;

/// <summary>Reads the traits of a frozen lead. Thresholds and what is missing are told from the traits of all leads.</summary>
public static class LeadTraits
{
    /// <summary>No rule asks for longer names and values, and many of them must not fill the memory.</summary>
    private const int MostLetters = 100;

    internal static void Read(JsonElement lead, TraitScope scope, HashSet<Trait> traits)
    {
        foreach (var (name, value) in Values(lead, "attributes"))
        {
            if (scope.Attributes?.Contains(name) != false)
            {
                traits.Add(Trait.Present(name));
                if (value.Length <= MostLetters)
                {
                    traits.Add(Trait.Of(name, value));
                }
            }
        }

        if (!lead.TryGetProperty("activities", out var activities) || activities.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var activity in activities.EnumerateArray())
        {
            if (activity.TryGetProperty("type", out var type) && type.GetString() is { Length: <= MostLetters } name)
            {
                traits.Add(Trait.Activity(name));
                foreach (var (property, value) in Values(activity, "properties"))
                {
                    if (value.Length <= MostLetters && scope.Properties?.Contains(property) != false)
                    {
                        traits.Add(new(TraitKind.ActivityValue, name, property, value));
                    }
                }
            }
        }
    }

    /// <summary>A member as text; null: it is none that has a value which can be compared.</summary>
    public static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };

    private static IEnumerable<(string Name, string Value)> Values(JsonElement of, string member)
    {
        if (!of.TryGetProperty(member, out var values) || values.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var property in values.EnumerateObject())
        {
            if (property.Name.Length <= MostLetters && Text(property.Value) is { } text)
            {
                yield return (property.Name, text);
            }
        }
    }
}
