using ScoreGuard.Domain;

namespace ScoreGuard.Synthetic.Plans;

/// <summary>When something happens.</summary>
public abstract record Timing
{
    private Timing() { }

    /// <summary>Between creation and <c>asOf</c>.</summary>
    public sealed record AnyTime : Timing;

    /// <summary>Between two instants, both included.</summary>
    public sealed record Between(Instant Low, Instant High) : Timing;

    /// <summary>A drawn number of whole seconds after (or, below 0, before) an anchor.</summary>
    /// <param name="LowSeconds">At most <paramref name="HighSeconds"/>; both included.</param>
    public sealed record Relative(long LowSeconds, long HighSeconds, TimeAnchor Anchor) : Timing;
}
