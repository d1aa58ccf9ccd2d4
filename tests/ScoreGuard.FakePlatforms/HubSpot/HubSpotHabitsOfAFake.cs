using System.Collections.Immutable;

namespace ScoreGuard.FakePlatforms.HubSpot;

/// <summary>What a platform computes from a contact's properties and from what it did.</summary>
public delegate IReadOnlyDictionary<string, string?> HubSpotScoring(
    IReadOnlyDictionary<string, string?> properties,
    IReadOnlyList<(string Kind, string Name, IReadOnlyDictionary<string, string?> Properties)> signals
);

/// <summary>How a fake HubSpot behaves; the defaults are what is known of the real one.</summary>
public sealed record HubSpotHabitsOfAFake
{
    public string Token { get; init; } = "pat-fake-0000";

    /// <summary>How long after a contact's last change its scores show it.</summary>
    public TimeSpan ScoringDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long after a contact's last change the search finds it so.</summary>
    public TimeSpan IndexDelay { get; init; } = TimeSpan.FromSeconds(10);

    public int CallsInTenSeconds { get; init; } = 190;

    public int SearchesInASecond { get; init; } = 4;

    /// <summary>Properties that may be written; empty: any.</summary>
    public ImmutableHashSet<string> KnownProperties { get; init; } = [];

    /// <summary>Custom events that are defined; empty: any.</summary>
    public ImmutableHashSet<string> KnownEvents { get; init; } = [];

    /// <summary>In the order of the lifecycle; a contact moves through it forward only.</summary>
    public ImmutableArray<string> Stages { get; init; } =
    ["subscriber", "lead", "marketingqualifiedlead", "salesqualifiedlead", "opportunity", "customer", "evangelist"];

    /// <summary>An owner that every new contact is given: suppression is broken.</summary>
    public string? Owner { get; init; }

    /// <summary>New contacts become marketing contacts: suppression is broken.</summary>
    public bool IsMarketing { get; init; }

    /// <summary>True: one invalid input makes a batch refused as a whole; false: it is one error of a 207.</summary>
    public bool RefusesWholeBatches { get; init; }

    /// <summary>Whether a property without a value is answered as null, as the real one does, or left out, as its description says.</summary>
    public bool AnswersNulls { get; init; } = true;

    /// <summary>Addresses whose contacts cannot be taken out.</summary>
    public ImmutableHashSet<string> Kept { get; init; } = [];
}
