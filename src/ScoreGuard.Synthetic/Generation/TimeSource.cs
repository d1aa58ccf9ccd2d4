using ScoreGuard.Synthetic.Chance;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Generation;

/// <summary>Draws an instant, in milliseconds, that need not lie between creation and <c>asOf</c>.</summary>
internal sealed class TimeSource(Timing timing)
{
    /// <summary>For timings that count from no step.</summary>
    public long At(ref Draw draw, LeadUnderway lead) =>
        timing switch
        {
            Timing.Between between => between.Low.UnixMilliseconds
                + (draw.Below(((between.High.UnixMilliseconds - between.Low.UnixMilliseconds) / 1000) + 1) * 1000),
            Timing.Relative { Anchor: TimeAnchor.Creation } => From(lead.CreatedAt, ref draw),
            Timing.Relative { Anchor: TimeAnchor.AsOf } => From(lead.AsOf, ref draw),
            Timing.Relative { Anchor: TimeAnchor.Fixed anchor } => From(anchor.At.UnixMilliseconds, ref draw),
            _ => lead.CreatedAt + (draw.Below(((lead.AsOf - lead.CreatedAt) / 1000) + 1) * 1000),
        };

    /// <summary>An instant around <paramref name="anchor"/>.</summary>
    public long From(long anchor, ref Draw draw)
    {
        var relative = (Timing.Relative)timing;
        return anchor + ((relative.LowSeconds + draw.Below(relative.HighSeconds - relative.LowSeconds + 1)) * 1000);
    }
}
