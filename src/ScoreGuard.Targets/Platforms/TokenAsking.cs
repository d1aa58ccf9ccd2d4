using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Targets.Platforms;

/// <summary>Asks for a token until there is one, with doubling waits.</summary>
internal static class TokenAsking
{
    private const int Attempts = 6;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    /// <param name="ask">Null: ask again later.</param>
    /// <param name="failure">What to say when there never was one: <c>Salesforce gave no access token</c>.</param>
    /// <exception cref="TargetFault">There is none to be had.</exception>
    public static async Task<T> AskAsync<T>(
        Func<CancellationToken, Task<T?>> ask,
        string failure,
        TimeProvider time,
        CancellationToken cancellationToken
    )
        where T : struct
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await ask(cancellationToken) is { } answer)
            {
                return answer;
            }

            if (attempt == Attempts)
            {
                throw new TargetFault(TargetFaultKind.Unreachable, $"{failure} in {Attempts} attempts.");
            }

            await Task.Delay(FirstWait * Math.Pow(2, attempt - 1), time, cancellationToken);
        }
    }
}
