using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Marketo;

/// <summary>What Marketo can do.</summary>
internal static class MarketoCapabilities
{
    public static TargetCapabilities All { get; } =
        new(
            "Marketo",
            [
                "smart campaigns: status, schedule, how often a lead qualifies",
                "smart lists of live campaigns: triggers without their constraints, filters with theirs",
                "score and number tokens of the campaigns' folders and programmes",
                "score fields and those that the workspace reads",
                "custom activity types that the workspace uses",
            ],
            [
                "flow steps: which score changes and by how much, where it is no token",
                "constraints of triggers",
                "revenue stages, segmentations, alerts, assignment in the CRM",
            ],
            [
                new(SignalKind.Update, false, "leads.json, updateOnly by id"),
                new(
                    SignalKind.Form,
                    false,
                    "submitForm.json; the name is the form's id, 1029, or with a programme, 1029/2045"
                ),
                new(
                    SignalKind.Event,
                    true,
                    "activities/external.json; the name is an approved custom activity's id, one property is primaryAttributeValue"
                ),
                new(
                    SignalKind.Member,
                    false,
                    "programs/ID/members/status.json or lists/ID/leads.json; the name is 2045/Attended or list/1001"
                ),
                new(
                    SignalKind.Request,
                    false,
                    "campaigns/ID/trigger.json; the name is the id of an active campaign with the trigger Campaign is Requested, source Web Service API"
                ),
            ],
            MarketoBatches.Rows,
            TimeSpan.FromMinutes(1)
        );
}
