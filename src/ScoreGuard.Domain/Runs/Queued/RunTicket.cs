using System.Collections.Immutable;

namespace ScoreGuard.Domain.Runs.Queued;

/// <summary>A run from its request to its record: what any worker needs to take the next step. Gone once the run is recorded.</summary>
/// <param name="Id">The run's name, as its record will have it.</param>
/// <param name="Reason">Why, as the user said; hostile text.</param>
/// <param name="By">Who asked: a person, <c>timer</c>; hostile text.</param>
/// <param name="Plan">Null: it waits for its turn.</param>
/// <param name="Parts">What is replayed so far, by index.</param>
/// <param name="Fault">Why the last attempt at a step failed; null: none did.</param>
/// <param name="Resent">How often its open steps were sent again because nothing had moved.</param>
/// <param name="TouchedAt">When something last moved.</param>
public sealed record RunTicket(
    string Id,
    RunKind Kind,
    string Reason,
    string By,
    Instant RequestedAt,
    RunPlan? Plan,
    ImmutableArray<ReplayedPart> Parts,
    string? Fault,
    int Resent,
    Instant TouchedAt
)
{
    public static RunTicket New(string id, RunKind kind, string reason, string by, Instant at) =>
        new(id, kind, reason, by, at, null, [], null, 0, at);

    /// <summary>Whether every part is replayed, so that the run can be concluded.</summary>
    public bool IsReplayed => Plan is { } plan && Parts.Length == plan.Parts;

    public bool Has(int part) => Parts.Any(done => done.Index == part);

    /// <summary>With that part done; a part that is done already stays as it is, for it can only have come out the same.</summary>
    public RunTicket With(ReplayedPart part, Instant at) =>
        Has(part.Index)
            ? this
            : this with
            {
                Parts = [.. Parts.Append(part).OrderBy(done => done.Index)],
                TouchedAt = at,
            };
}
