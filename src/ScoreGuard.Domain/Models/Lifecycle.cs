using System.Collections.Immutable;

namespace ScoreGuard.Domain.Models;

/// <summary>The stages that a lead passes, in document order, and the ways between them.</summary>
public sealed record Lifecycle(string Start, ImmutableArray<string> Stages, ImmutableArray<Transition> Transitions);

/// <param name="From">Stages in document order; with <paramref name="FromAny"/> every stage but <paramref name="To"/>.</param>
/// <param name="On">The activities that it takes; null: none is needed.</param>
/// <param name="Reset">Dimensions set to 0 after entering.</param>
public sealed record Transition(
    string Id,
    bool FromAny,
    ImmutableArray<string> From,
    string To,
    ActivityTypes? On,
    Criterion? Where,
    Duration? After,
    Criterion? When,
    ImmutableArray<string> Reset
);

/// <param name="On">The stages whose entry is routed.</param>
/// <param name="Default">Where a lead goes that no rule takes; null: nowhere.</param>
public sealed record Routing(ImmutableArray<string> On, ImmutableArray<RoutingRule> Rules, string? Default);

public sealed record RoutingRule(string Id, Criterion? When, string To, Duration? Alert);

/// <summary>When people work.</summary>
/// <param name="Days">At least one, each once.</param>
/// <param name="FromMinute">Minutes after local midnight, inclusive.</param>
/// <param name="ToMinute">Exclusive, up to 1440.</param>
public sealed record Calendar(
    string Name,
    string TimeZone,
    ZoneOffsets Zone,
    ImmutableArray<DayOfWeek> Days,
    int FromMinute,
    int ToMinute
);

/// <param name="Calendar">Null: all time is open.</param>
/// <param name="Restart">Activities that start the clock anew; empty: none.</param>
public sealed record Sla(
    string Id,
    string Stage,
    Duration Within,
    string? Calendar,
    Criterion? When,
    ActivityTypes? Restart
);
