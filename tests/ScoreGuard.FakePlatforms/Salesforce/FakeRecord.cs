using System.Collections.Concurrent;

namespace ScoreGuard.FakePlatforms.Salesforce;

/// <summary>A record of the fake org.</summary>
/// <param name="type">Lead, Task, CampaignMember, EmailMessageRelation.</param>
public sealed class FakeRecord(string type, string id, DateTimeOffset createdAt)
{
    public string Type { get; } = type;

    public string Id { get; } = id;

    /// <summary>By the names of the org, whatever their case.</summary>
    public ConcurrentDictionary<string, string?> Fields { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What happened to it, in order.</summary>
    public List<(string Kind, string Name, IReadOnlyDictionary<string, string?> Properties)> Signals { get; } = [];

    public DateTimeOffset ChangedAt { get; set; } = createdAt;

    /// <summary>In the recycle bin.</summary>
    public bool IsDeleted { get; set; }
}
