using System.Collections.Immutable;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Domain.Targets;

/// <summary>
/// A live platform: read how it scores, or put leads into it, let them act, see what became of them, take them out again.
/// </summary>
/// <remarks>
/// Every method may be called again after it failed or after the process died, and then leaves one record a lead, not two.
/// An adapter keeps the platform's pace, budget and retries to itself; what remains is a <see cref="TargetFault"/> for the
/// platform as a whole, or a refusal of single records in the result. Safe for one caller at a time.
/// </remarks>
public interface ITarget
{
    /// <summary>What this platform can do; fixed, told without a call.</summary>
    TargetCapabilities Capabilities { get; }

    /// <summary>How the platform scores tonight, without writing anything to it.</summary>
    /// <returns>Null: this platform's configuration cannot be read.</returns>
    /// <exception cref="TargetFault">It could not be reached, or refused.</exception>
    Task<ConfigurationSnapshot?> FindConfigurationAsync(CancellationToken cancellationToken);

    /// <summary>Creates a record a lead, or finds the one that an earlier attempt created for the same address.</summary>
    /// <param name="records">At most <see cref="TargetCapabilities.BatchSize"/>.</param>
    /// <returns>One result a record, in their order.</returns>
    /// <exception cref="TargetFault">It could not be reached, or refused all.</exception>
    Task<ImmutableArray<RecordResult>> CreateAsync(
        ImmutableArray<TargetRecord> records,
        CancellationToken cancellationToken
    );

    /// <summary>Lets records act: one signal a record at most, all of one kind.</summary>
    /// <param name="signals">At most <see cref="TargetCapabilities.BatchSize"/>.</param>
    /// <returns>One result a signal, in their order.</returns>
    /// <exception cref="TargetFault">It could not be reached, or refused all.</exception>
    Task<ImmutableArray<RecordResult>> SignalAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    );

    /// <summary>What the platform says about records now.</summary>
    /// <param name="records">Their ids on the platform, at most <see cref="TargetCapabilities.BatchSize"/>.</param>
    /// <returns>One observation a record that is there, in any order; those that are gone are missing.</returns>
    /// <exception cref="TargetFault">It could not be reached, or refused.</exception>
    Task<ImmutableArray<Observation>> ObserveAsync(ImmutableArray<string> records, CancellationToken cancellationToken);

    /// <summary>Whether a record reached people that it must not reach: an owner, a mail, a task, the CRM.</summary>
    /// <returns>Each in words: <c>it was given the owner 17</c>; empty: suppression holds.</returns>
    /// <exception cref="TargetFault">It could not be reached, or refused.</exception>
    Task<ImmutableArray<string>> FindBreachesAsync(string record, CancellationToken cancellationToken);

    /// <summary>The synthetic records that are on the platform.</summary>
    /// <param name="run">Of this run only; null: of any.</param>
    /// <exception cref="TargetFault">It could not be reached, or refused.</exception>
    Task<ImmutableArray<LeftRecord>> ListAsync(string? run, CancellationToken cancellationToken);

    /// <summary>Takes records out; one that is gone already is no error.</summary>
    /// <param name="records">Their ids on the platform, at most <see cref="TargetCapabilities.BatchSize"/>.</param>
    /// <exception cref="TargetFault">It could not be reached, or refused all.</exception>
    Task DeleteAsync(ImmutableArray<string> records, CancellationToken cancellationToken);

    /// <summary>How many calls <paramref name="work"/> takes when nothing goes wrong, by what they are for.</summary>
    ImmutableArray<PlannedCalls> Plan(PlannedWork work);
}
