using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>What Salesforce's REST API lets us do.</summary>
internal static class SalesforceCapabilities
{
    public static TargetCapabilities All { get; } =
        new(
            "Salesforce",
            Reads: [],
            DoesNotRead:
            [
                "formula fields, flows, Apex and managed packages that compute scores",
                "assignment rules and queues",
                "Account Engagement (Pardot)",
            ],
            Signals:
            [
                new(SignalKind.Update, BackDated: false, "update of the lead's fields"),
                new(
                    SignalKind.Member,
                    BackDated: false,
                    "a campaign member; `name` is the campaign's id (701…), its status a property"
                ),
                new(
                    SignalKind.Task,
                    BackDated: true,
                    "a completed task with `name` as its subject; its due date is back-dated to the day, its creation is not"
                ),
                new(SignalKind.Stage, BackDated: false, "update of the lead's status"),
            ],
            SalesforceRows.Most,
            MinimumWait: TimeSpan.FromMinutes(1)
        );
}
