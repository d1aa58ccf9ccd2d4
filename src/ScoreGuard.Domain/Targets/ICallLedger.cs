namespace ScoreGuard.Domain.Targets;

/// <summary>How many calls of a platform's API were taken, by all processes together; survives their end.</summary>
public interface ICallLedger
{
    /// <summary>Takes calls before they are made. What was taken and not used stays taken.</summary>
    /// <param name="account">What the budget belongs to: <c>day-hubspot-2026-11-22</c>, <c>run-20261122T060000Z-ab12cd34</c>; letters, digits and dashes.</param>
    /// <param name="most">What all takings together may reach.</param>
    /// <returns>False: nothing was taken, for it would be more than <paramref name="most"/>.</returns>
    Task<bool> TryTakeAsync(string account, int calls, int most, CancellationToken cancellationToken);
}
