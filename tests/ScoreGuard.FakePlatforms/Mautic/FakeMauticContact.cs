namespace ScoreGuard.FakePlatforms.Mautic;

/// <summary>A contact of the fake.</summary>
public sealed class FakeMauticContact(int id)
{
    public int Id { get; } = id;

    /// <summary>Its fields by alias; those of the instance only.</summary>
    public Dictionary<string, string?> Fields { get; } = new(StringComparer.Ordinal);

    public List<FakeMauticSignal> Signals { get; } = [];

    /// <summary>By the scoring function's names: points, stage, owner, group.NAME, or a field.</summary>
    public Dictionary<string, string?> Scored { get; } = new(StringComparer.Ordinal);

    /// <summary>Set by hand, through the API.</summary>
    public string? Stage { get; set; }

    /// <summary>Types of what the timeline lists.</summary>
    public List<string> Timeline { get; } = ["lead.create"];

    public DateTimeOffset ChangedAt { get; set; }

    public bool IsComputed { get; set; }

    public string Device => $"device{Id}";

    public string? Email => Fields.GetValueOrDefault("email");

    public string? Find(string name) => name == "stage" && Stage is not null ? Stage : Scored.GetValueOrDefault(name);
}
