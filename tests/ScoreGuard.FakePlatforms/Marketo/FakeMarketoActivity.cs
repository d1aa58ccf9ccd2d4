namespace ScoreGuard.FakePlatforms.Marketo;

/// <summary>An entry of a lead's activity log; written once.</summary>
public sealed record FakeMarketoActivity(
    long Id,
    long Lead,
    int Type,
    DateTimeOffset At,
    string Primary,
    IReadOnlyDictionary<string, string?> Attributes
);
