using System.Collections.Immutable;

namespace ScoreGuard.Application.Live;

/// <summary>What came of a replay into a platform.</summary>
/// <param name="Lines">An outcome line a lead that was tested, in their order; none where there is a problem.</param>
/// <param name="Problem">Why it could not be judged.</param>
/// <param name="Left">Synthetic records that are still on the platform.</param>
/// <param name="Empty">Properties, by the platform's names, that are read back and have a value in no lead.</param>
/// <param name="Passing">Leads that differed at first, and not when they were replayed once more.</param>
internal sealed record LiveResult(
    ImmutableArray<ReadOnlyMemory<byte>> Lines,
    LiveProblem? Problem,
    ImmutableArray<string> Left,
    ImmutableArray<string> Empty,
    int Passing
);
