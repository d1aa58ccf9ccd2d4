using ScoreGuard.Domain.Drift;

namespace ScoreGuard.Application.Comparing;

/// <summary>For comparisons of which only the sums are asked.</summary>
internal sealed class NoSink : IChangeSink
{
    public static NoSink Instance { get; } = new();

    public void Write(LeadChange change)
    {
        // Nobody asks for the leads one by one.
    }
}
