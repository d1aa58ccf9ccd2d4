using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Platforms;

/// <summary>Lets calls pass at a platform's pace and within the budgets of the run and the day.</summary>
/// <remarks>Safe for many callers; they pass one after the other.</remarks>
public sealed class CallMeter(CallPace pace, CallBudget budget, ICallLedger ledger, TimeProvider time) : IDisposable
{
    /// <summary>Calls taken from the ledger at once, so that not every call writes to it.</summary>
    private const int Advance = 10;

    private readonly SemaphoreSlim _gate = new(1);
    private readonly Queue<long> _passed = [];
    private int _inHand;

    /// <summary>The connection that calls are counted for.</summary>
    public string Connection => budget.Connection;

    /// <summary>Waits until a call may be made, and counts it.</summary>
    /// <exception cref="TargetFault">The run or the day may take no more calls.</exception>
    public async Task PassAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await TakeAsync(cancellationToken);
            if (_passed.Count == pace.Calls)
            {
                var rest = pace.Window - time.GetElapsedTime(_passed.Dequeue());
                if (rest > TimeSpan.Zero)
                {
                    await Task.Delay(rest, time, cancellationToken);
                }
            }

            _passed.Enqueue(time.GetTimestamp());
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        if (_inHand == 0)
        {
            _inHand =
                await TakeAsync(Advance, cancellationToken) ? Advance
                : await TakeAsync(1, cancellationToken) ? 1
                : 0;
        }

        if (_inHand == 0)
        {
            throw new TargetFault(
                TargetFaultKind.BudgetSpent,
                $"The budget is spent: at most {budget.PerRun} calls a run and {budget.PerDay} a day may be taken."
            );
        }

        _inHand--;
    }

    /// <summary>Of the run first: what the day refuses then is only the run's own loss.</summary>
    private async Task<bool> TakeAsync(int calls, CancellationToken cancellationToken) =>
        await ledger.TryTakeAsync($"run-{budget.Run}", calls, budget.PerRun, cancellationToken)
        && await ledger.TryTakeAsync(
            $"day-{budget.Connection}-{time.GetUtcNow():yyyy-MM-dd}",
            calls,
            budget.PerDay,
            cancellationToken
        );
}

/// <summary>At most so many calls in any window of that length.</summary>
public readonly record struct CallPace(int Calls, TimeSpan Window);

/// <summary>What a run may take.</summary>
public sealed record CallBudget(string Run, string Connection, int PerRun, int PerDay);
