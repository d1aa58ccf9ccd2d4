using System.Collections.Immutable;

namespace ScoreGuard.Domain.Targets;

/// <summary>What a replay would do, for an estimate of its calls.</summary>
/// <param name="Signals">How many signals of each kind, and in how many batches.</param>
/// <param name="Looks">How often every record is observed.</param>
public sealed record PlannedWork(int Records, ImmutableArray<PlannedSignals> Signals, int Looks);

public readonly record struct PlannedSignals(SignalKind Kind, int Count, int Batches);

/// <param name="What">In words: <c>create records (batch upsert)</c>.</param>
/// <param name="Calls">Of the platform's API, each counting against its budget.</param>
public readonly record struct PlannedCalls(string What, int Calls);
