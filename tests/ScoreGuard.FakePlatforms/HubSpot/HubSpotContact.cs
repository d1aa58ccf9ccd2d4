namespace ScoreGuard.FakePlatforms.HubSpot;

/// <summary>A contact as a fake HubSpot holds it.</summary>
public sealed class HubSpotContact(string id, DateTimeOffset createdAt)
{
    private readonly Dictionary<string, string?> _properties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _computed = new(StringComparer.Ordinal);
    private readonly List<HubSpotSignal> _signals = [];
    private bool _isSettled;

    public string Id { get; } = id;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset ChangedAt { get; private set; } = createdAt;

    public DateTimeOffset? ArchivedAt { get; private set; }

    public bool IsErased { get; private set; }

    public bool IsThere => ArchivedAt is null && !IsErased;

    public IReadOnlyDictionary<string, string?> Properties => _properties;

    public IReadOnlyList<HubSpotSignal> Signals => _signals;

    /// <summary>What the search finds: the properties as they were before the index's delay.</summary>
    internal Dictionary<string, string?> Indexed { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>A property or what was computed; null: it has no value.</summary>
    public string? Find(string property) =>
        _computed.TryGetValue(property, out var computed) ? computed : _properties.GetValueOrDefault(property);

    internal void Set(string property, string? value, DateTimeOffset at)
    {
        _properties[property] = string.IsNullOrEmpty(value) ? null : value;
        Change(at);
    }

    internal void Add(HubSpotSignal signal, DateTimeOffset at)
    {
        _signals.Add(signal);
        Change(at);
    }

    internal void Archive(DateTimeOffset at)
    {
        ArchivedAt ??= at;
        Change(at);
    }

    internal void Erase(DateTimeOffset at)
    {
        IsErased = true;
        Change(at);
    }

    /// <summary>Scores and indexes what is old enough.</summary>
    internal void Settle(DateTimeOffset now, HubSpotHabitsOfAFake habits, HubSpotScoring scoring)
    {
        if (!_isSettled && now - ChangedAt >= habits.ScoringDelay)
        {
            _isSettled = true;
            _computed.Clear();
            var signals = _signals.Select(signal => (signal.Kind, signal.Name, signal.Properties)).ToList();
            foreach (var (name, value) in scoring(_properties, signals))
            {
                _computed[name] = value;
            }
        }

        if (now - ChangedAt >= habits.IndexDelay)
        {
            Indexed = IsThere ? new(_properties, StringComparer.Ordinal) : [];
        }
    }

    private void Change(DateTimeOffset at)
    {
        ChangedAt = at;
        _isSettled = false;
    }
}

/// <param name="Kind"><c>update</c>, <c>event</c> or <c>stage</c>.</param>
/// <param name="Name">An event's full name; else empty.</param>
public sealed record HubSpotSignal(
    string Kind,
    string Name,
    IReadOnlyDictionary<string, string?> Properties,
    DateTimeOffset OccurredAt
);
