using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>What Mautic's API says about scoring, each list in order of ids.</summary>
/// <param name="readAt">For what is published for a time.</param>
internal sealed class MauticConfiguration(
    IReadOnlyDictionary<MauticList, IReadOnlyList<JsonElement>> lists,
    DateTimeOffset readAt
)
{
    private readonly ImmutableDictionary<MauticList, ImmutableArray<JsonElement>> _lists = lists.ToImmutableDictionary(
        list => list.Key,
        list => InOrder(list.Value)
    );

    public ImmutableArray<JsonElement> All(MauticList list) => _lists[list];

    public IEnumerable<JsonElement> Published(MauticList list) => All(list).Where(IsPublished);

    public JsonElement Find(MauticList list, string? id) =>
        All(list).FirstOrDefault(entry => entry.Find("id").AsText() == id);

    /// <summary>Published, and neither before nor after its time.</summary>
    public bool IsPublished(JsonElement entry) =>
        entry.Find("isPublished").IsTruthy()
        && !(At(entry, "publishUp") > readAt)
        && !(At(entry, "publishDown") <= readAt);

    /// <summary>It is published today, and its end is known.</summary>
    public static bool Ends(JsonElement entry) => At(entry, "publishDown") is not null;

    private static DateTimeOffset? At(JsonElement entry, string name) =>
        DateTimeOffset.TryParse(
            entry.Find(name).AsText(),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? at
            : null;

    private static ImmutableArray<JsonElement> InOrder(IEnumerable<JsonElement> entries) =>
        [.. entries.OrderBy(entry => entry.Find("id").AsWhole() ?? 0)];
}
