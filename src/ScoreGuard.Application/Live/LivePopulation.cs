using System.Collections.Immutable;

namespace ScoreGuard.Application.Live;

/// <summary>What is replayed into a platform.</summary>
/// <param name="Identity">Of leads and target together: a replay goes on only with the same.</param>
/// <param name="Cases">The leads that can be tested, in their order.</param>
/// <param name="Untestable">Those that cannot.</param>
/// <param name="Canary">The place among <paramref name="Cases"/> of the one whose score must move.</param>
internal sealed record LivePopulation(
    string Identity,
    ImmutableArray<LiveCase> Cases,
    ImmutableArray<NotTestable> Untestable,
    int Canary
);
