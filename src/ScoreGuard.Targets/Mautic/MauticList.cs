namespace ScoreGuard.Targets.Mautic;

/// <summary>A list of Mautic's API.</summary>
/// <param name="Name">Under which an answer has its entries.</param>
/// <param name="One">One of them, for messages.</param>
/// <param name="Words">All of them, for messages.</param>
internal sealed record MauticList(string Path, string Name, string One, string Words)
{
    public static readonly MauticList Points = new("api/points", "points", "point action", "point actions");
    public static readonly MauticList Triggers = new(
        "api/points/triggers",
        "triggers",
        "point trigger",
        "point triggers"
    );
    public static readonly MauticList Groups = new("api/points/groups", "pointGroups", "point group", "point groups");
    public static readonly MauticList Stages = new("api/stages", "stages", "stage", "stages");
    public static readonly MauticList Campaigns = new("api/campaigns", "campaigns", "campaign", "campaigns");
    public static readonly MauticList Segments = new("api/segments", "lists", "segment", "segments");
    public static readonly MauticList Forms = new("api/forms", "forms", "form", "forms");

    /// <summary>All that scoring is made of.</summary>
    public static readonly IReadOnlyList<MauticList> All =
    [
        Points,
        Triggers,
        Groups,
        Stages,
        Campaigns,
        Segments,
        Forms,
    ];
}
