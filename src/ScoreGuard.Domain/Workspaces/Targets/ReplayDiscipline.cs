namespace ScoreGuard.Domain.Workspaces.Targets;

/// <summary>How a replay into a live platform behaves there.</summary>
/// <param name="Wait">Before the first look; null: as the platform advises.</param>
/// <param name="Every">Between two looks. Default one minute.</param>
/// <param name="Unchanged">Looks in a row that must agree before a record counts as settled, 1 to 20. Default 3.</param>
/// <param name="Deadline">After which a record that has not settled breaks the run. Default one hour.</param>
/// <param name="CallsPerRun">Most calls that a run may take. Default 10,000.</param>
/// <param name="CallsPerDay">Most calls that all runs of a day (UTC) may take together. Default 20,000.</param>
/// <param name="CanaryLead">The lead whose score must move; null: the first that has a signal.</param>
/// <param name="CanaryScore">The dimension that must move; null: any.</param>
/// <param name="Confirm">Most drifted leads that are replayed a second time before they count, 0 to 1,000. Default 100.</param>
/// <param name="Times">Whether activities keep their distance from <c>asOf</c>.</param>
/// <param name="CleanUp">How records are taken out.</param>
public sealed record ReplayDiscipline(
    TimeSpan? Wait,
    TimeSpan Every,
    int Unchanged,
    TimeSpan Deadline,
    int CallsPerRun,
    int CallsPerDay,
    string? CanaryLead,
    string? CanaryScore,
    int Confirm,
    SignalTimes Times,
    CleanUp CleanUp
)
{
    public static ReplayDiscipline Default { get; } =
        new(
            null,
            TimeSpan.FromMinutes(1),
            3,
            TimeSpan.FromHours(1),
            10_000,
            20_000,
            null,
            null,
            100,
            SignalTimes.Keep,
            CleanUp.Archive
        );
}

/// <summary>When signals are said to have happened.</summary>
public enum SignalTimes
{
    /// <summary>As long ago as in the lead; what is older than a day cannot be tested where the platform takes no earlier date.</summary>
    Keep,

    /// <summary>All now, in their order.</summary>
    Now,
}

/// <summary>How records are taken out.</summary>
public enum CleanUp
{
    /// <summary>In the way that the platform can undo, where it has one.</summary>
    Archive,

    /// <summary>For ever; on HubSpot by a GDPR deletion, after which an address can never be used again.</summary>
    Erase,
}
