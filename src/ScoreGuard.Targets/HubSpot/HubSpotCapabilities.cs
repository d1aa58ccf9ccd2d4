using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.HubSpot;

/// <summary>What HubSpot's published API lets us do.</summary>
internal static class HubSpotCapabilities
{
    public static TargetCapabilities All { get; } =
        new(
            "HubSpot",
            Reads:
            [
                "lead scores of contacts: groups, rules, caps, decay, segments that are left out or asked for (beta API)",
                "thresholds, as labels",
                "the matrix of fit and intent, as grade",
            ],
            DoesNotRead:
            [
                "lifecycle stages, workflows, owners and lists",
                "scores of companies and deals",
                "what a rule takes from associated records",
            ],
            Signals:
            [
                new(SignalKind.Update, BackDated: false, "batch update of the contact's properties"),
                new(
                    SignalKind.Event,
                    BackDated: true,
                    "a custom event, by its full name (pe1234567_demo_watched); define it in HubSpot first (Enterprise)"
                ),
                new(
                    SignalKind.Stage,
                    BackDated: false,
                    "sets lifecyclestage; to move it back, it is cleared first and set in another request"
                ),
            ],
            HubSpotTarget.MostInABatch,
            MinimumWait: TimeSpan.FromMinutes(2)
        );
}
