using System.Collections.Immutable;

namespace ScoreGuard.Domain.Targets;

/// <summary>One step of a replay into a live platform.</summary>
/// <param name="Items">What it was about; of a platform's records their ids, never leads' data beyond what is read back.</param>
public sealed record JournalEntry(JournalStep Step, Instant At, ImmutableArray<JournalItem> Items);

/// <param name="Case">Which lead in which attempt: <c>17</c>, <c>17-2</c>; empty where the step is about the whole replay.</param>
/// <param name="Record">The record's id on the platform, where the step made or named one.</param>
/// <param name="Text">What the step has to say: an identity, a refusal, what was read back as JSON.</param>
public sealed record JournalItem(string Case, string? Record, string? Text);

/// <summary>The steps of a replay.</summary>
public enum JournalStep
{
    /// <summary>What is replayed: the first entry.</summary>
    Started,

    /// <summary>Records are about to be created.</summary>
    Creating,

    /// <summary>Records were created, or refused.</summary>
    Created,

    /// <summary>Signals are about to be sent.</summary>
    Signalling,

    /// <summary>Signals were sent, or refused.</summary>
    Signalled,

    /// <summary>Everything that was to happen to these cases has happened.</summary>
    Complete,

    /// <summary>Records were looked at; items only for those that differ from the look before.</summary>
    Looked,

    /// <summary>Records were deleted.</summary>
    Deleted,

    /// <summary>What it came to is decided: nothing is created any more, what is there is taken out.</summary>
    Ended,

    /// <summary>Nothing is left to do; what is left behind is named.</summary>
    Cleaned,
}
