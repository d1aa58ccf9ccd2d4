using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>Activity types as models name them: <c>any</c> stands alone, <c>idle</c> and <c>midnight</c> are no activities.</summary>
internal static class ActivityTypesReader
{
    public const string Any = "any";
    public const string Idle = "idle";
    public const string Midnight = "midnight";

    /// <summary>The types under a key, or null after an error, which has then been reported.</summary>
    /// <param name="place">What was read: a scalar may be <c>any</c>, an item of a list may not.</param>
    public static ActivityTypes? Read(Place place, ImmutableArray<Placed<string>> types)
    {
        var isList = place.Node is DocumentNode.Sequence;
        if (!isList && types is [{ Value: Any }])
        {
            return new(IsAny: true, []);
        }

        var before = place.Diagnostics.ErrorCount;
        foreach (var type in types)
        {
            if (type.Value is Any or Idle or Midnight)
            {
                type.Place.Error(ModelCodes.ActivityTypeStandsAlone, Message(type.Value, isList));
            }
        }

        return place.Diagnostics.ErrorCount == before ? new(IsAny: false, [.. types.Select(type => type.Value)]) : null;
    }

    private static string Message(string type, bool isList) =>
        (type, isList) switch
        {
            (Any, _) => "`any` stands alone, not in a list; name activity types here.",
            (_, true) => $"`{type}` stands alone as the `on` of a rule, not in a list; name activity types here.",
            _ => $"`{type}` is the `on` of a rule and no activity; name an activity type here.",
        };
}
