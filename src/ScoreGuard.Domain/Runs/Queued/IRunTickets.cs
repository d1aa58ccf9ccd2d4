using System.Collections.Immutable;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Domain.Runs.Queued;

/// <summary>The runs of one workspace that are not recorded yet, of which at most one has its turn.</summary>
public interface IRunTickets
{
    /// <returns>False: there is a ticket of that name already, nothing was changed.</returns>
    /// <exception cref="StorageFault">It may not have been kept; adding it again does no harm.</exception>
    Task<bool> TryAddAsync(RunTicket ticket, CancellationToken cancellationToken);

    /// <summary>The ticket of that name; null once the run is recorded, or where there never was one.</summary>
    Task<HeldTicket?> FindAsync(string run, CancellationToken cancellationToken);

    /// <returns>False: somebody else replaced or removed it meanwhile, nothing was changed.</returns>
    Task<bool> TryReplaceAsync(HeldTicket held, RunTicket next, CancellationToken cancellationToken);

    /// <summary>Every ticket, the one that was asked for first at the front.</summary>
    Task<ImmutableArray<RunTicket>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Gives the turn to <paramref name="run"/> if no other run has it.</summary>
    /// <returns>Whether it has the turn now.</returns>
    Task<bool> TryTakeTurnAsync(string run, CancellationToken cancellationToken);

    /// <summary>The run that has its turn, or null.</summary>
    Task<string?> FindTurnAsync(CancellationToken cancellationToken);

    /// <summary>Ends the turn of <paramref name="run"/>, if it has it; never that of a run which took it meanwhile.</summary>
    Task EndTurnAsync(string run, CancellationToken cancellationToken);

    /// <summary>Takes the ticket away. One that is gone already is no error.</summary>
    Task RemoveAsync(string run, CancellationToken cancellationToken);
}

/// <summary>A ticket as it was read.</summary>
/// <param name="Version">What the store tells it by from every other state of the ticket.</param>
public sealed record HeldTicket(RunTicket Ticket, string Version);
