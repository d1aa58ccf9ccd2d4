using System.Text.Json.Nodes;

namespace ScoreGuard.FakePlatforms.Marketo;

/// <summary>A lead as the fake holds it.</summary>
public sealed class FakeMarketoLead(long id, DateTimeOffset createdAt)
{
    public long Id { get; } = id;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>Fields by REST API name; numbers and truths as Marketo would answer them.</summary>
    public Dictionary<string, JsonNode?> Fields { get; } = [];

    /// <summary>What it did, in order.</summary>
    public List<(string Kind, string Name, IReadOnlyDictionary<string, string?> Properties)> Signals { get; } = [];

    /// <summary>Since when it waits to be scored; null: it is scored.</summary>
    public DateTimeOffset? ChangedAt { get; set; } = createdAt;

    public string? Find(string field) => Fields.GetValueOrDefault(field)?.ToString();
}
