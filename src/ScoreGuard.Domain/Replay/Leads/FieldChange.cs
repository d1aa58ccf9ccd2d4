using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Leads;

/// <summary>What an <c>attribute_change</c> gives one field.</summary>
/// <param name="Given">Null: nothing that can be read.</param>
internal readonly record struct FieldChange(int Field, Symbol? Given, bool IsUnreadable);
