using System.Collections.Immutable;

namespace ScoreGuard.Domain.Targets;

/// <summary>A synthetic lead as a platform is to hold it.</summary>
/// <param name="Case">The lead's place in the run, unique there: what an adapter may use as an external id together with <paramref name="Run"/>.</param>
/// <param name="Run">The run's mark, which every record carries: lower-case letters, digits and dashes, at most 40.</param>
/// <param name="Address">An e-mail address that was never used before and reaches nobody.</param>
/// <param name="Properties">By the platform's own names; the address and the mark among them.</param>
public sealed record TargetRecord(string Case, string Run, string Address, ImmutableArray<TargetProperty> Properties);

/// <param name="Value">A text, a <see cref="decimal"/>, a <see cref="bool"/>, or null: to be emptied.</param>
public readonly record struct TargetProperty(string Name, object? Value);

/// <summary>Something that a record does.</summary>
/// <param name="Id">A UUID that is the same when the signal is sent again.</param>
/// <param name="Record">The record's id on the platform.</param>
/// <param name="Address">The record's e-mail address.</param>
/// <param name="Name">Which form, event, campaign, programme, page: as the workspace says; empty for <see cref="SignalKind.Update"/> and <see cref="SignalKind.Stage"/>.</param>
/// <param name="At">When it is said to have happened: now, or earlier where the platform can take it.</param>
public sealed record TargetSignal(
    string Id,
    SignalKind Kind,
    string Name,
    string Record,
    string Address,
    Instant At,
    ImmutableArray<TargetProperty> Properties
);

/// <summary>What became of one record or signal: exactly one of the two is null.</summary>
/// <param name="Record">The record's id on the platform.</param>
/// <param name="Refusal">Why not, in the platform's words and with its code; never with the lead's data.</param>
/// <param name="IsInDoubt">It may have been done all the same, and must not be done again. Otherwise a refusal is surely not done.</param>
/// <param name="IsFinal">The same would be refused again.</param>
public readonly record struct RecordResult(
    string? Record,
    string? Refusal,
    bool IsInDoubt = false,
    bool IsFinal = false
)
{
    public static RecordResult Of(string record) => new(record, null);

    /// <summary>Not now; perhaps in a minute.</summary>
    public static RecordResult Refused(string why) => new(null, why);

    /// <summary>Neither now nor later.</summary>
    public static RecordResult Rejected(string why) => new(null, why, IsFinal: true);

    public static RecordResult Doubtful(string why) => new(null, why, IsInDoubt: true);
}

/// <summary>What a platform says about a record.</summary>
/// <param name="Values">The properties that the workspace reads back, by the platform's names; absent or null: it has none.</param>
public sealed record Observation(string Record, ImmutableDictionary<string, string?> Values);

/// <summary>A synthetic record that is still on the platform.</summary>
/// <param name="Run">The mark of the run that made it.</param>
public readonly record struct LeftRecord(string Record, string Run);
