namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>Writes outcome lines into a buffer that grows; the caller empties it.</summary>
public sealed partial class OutcomeWriter
{
    private static readonly string[] Stages = ["Inquiry", "MQL", "Accepted", "Qualified", "Recycle", "Disqualified"];
    private static readonly string[] Statuses = ["open", "met", "breached"];
    private static readonly string[] FitRuleIds =
    [
        "c-level",
        "vp",
        "director",
        "manager",
        "marketing",
        "student",
        "enterprise",
        "mid-market",
        "core-industry",
        "core-country",
        "near-country",
        "revenue",
        "budget",
        "ready",
        "private-mail",
        "test-address",
        "existing-customer",
        "target-account",
    ];
    private static readonly string[] BehaviourRuleIds =
    [
        "demo-request",
        "contact-sales",
        "content",
        "newsletter",
        "pricing",
        "product",
        "careers",
        "visit",
        "long-visit",
        "open",
        "click",
        "nurture-click",
        "webinar-registered",
        "webinar",
        "event",
        "two-channels",
        "trial",
        "trial-active",
        "chat",
        "new-role",
        "idle-30",
        "unsubscribed",
    ];
    private static readonly string[] Fields = Enum.GetNames<FieldName>()
        .Select(name => char.ToLowerInvariant(name[0]) + name[1..])
        .ToArray();

    public void Write(Lead lead, LeadOutcome outcome)
    {
        Reserve((lead.Id.Length * 6) + 4096 + (outcome.History.Count * 512) + (outcome.Notes.Count * 128));
        Put("{\"lead\":\""u8);
        Escape(lead.Id);
        var total = outcome.FitScore + outcome.BehaviourScore;
        Put("\",\"scores\":{\"fit\":"u8);
        Number(outcome.FitScore);
        Put(",\"behaviour\":"u8);
        Number(outcome.BehaviourScore);
        Put(",\"total\":"u8);
        Number(total);
        Put("},\"labels\":{\"fit\":\""u8);
        Put(Label(outcome.FitScore, 20_000, 40_000, "poor", "fair", "good"));
        Put("\",\"total\":\""u8);
        Put(Label(total, 40_000, 80_000, "cold", "warm", "hot"));
        Put("\"},\"grade\":\""u8);
        Put(Label(outcome.FitScore, 25_000, 50_000, "C", "B", "A"));
        Put(Label(outcome.BehaviourScore, 20_000, 60_000, "3", "2", "1"));
        Put("\",\"stage\":\""u8);
        Put(Stages[(int)outcome.Stage]);
        Put("\""u8);
        History(outcome);
        Routes(outcome);
        Clocks(outcome);
        Rules(outcome);
        Notes(outcome);
        Put("}\n"u8);
    }

    private static string Label(int score, int middle, int high, string below, string between, string above) =>
        score >= high ? above
        : score >= middle ? between
        : below;

    private void History(LeadOutcome outcome)
    {
        Put(",\"history\":["u8);
        foreach (var entry in outcome.History)
        {
            Put("{\"stage\":\""u8);
            Put(Stages[(int)entry.Stage]);
            Put("\",\"at\":\""u8);
            Instant(entry.At);
            if (entry.By is { } by)
            {
                Put("\",\"by\":\""u8);
                Put(by);
            }

            Put("\"},"u8);
        }

        Close();
    }

    private void Routes(LeadOutcome outcome)
    {
        if (outcome.Routes.Count == 0)
        {
            return;
        }

        Put(",\"routes\":["u8);
        foreach (var route in outcome.Routes)
        {
            Put("{\"at\":\""u8);
            Instant(route.At);
            Put("\",\"stage\":\"MQL\",\"to\":\""u8);
            Put(route.To);
            if (route.By is { } by)
            {
                Put("\",\"by\":\""u8);
                Put(by);
            }

            if (route.AlertDue != 0)
            {
                Put("\",\"alertDue\":\""u8);
                Instant(route.AlertDue);
            }

            Put("\"},"u8);
        }

        Close();
    }

    private void Clocks(LeadOutcome outcome)
    {
        if (outcome.Clocks.Count == 0)
        {
            return;
        }

        Put(",\"sla\":["u8);
        foreach (var clock in outcome.Clocks)
        {
            Put("{\"id\":\"first-touch\",\"at\":\""u8);
            Instant(clock.At);
            Put("\",\"due\":\""u8);
            Instant(clock.Due);
            Put("\",\"status\":\""u8);
            Put(Statuses[(int)clock.Status]);
            Put("\"},"u8);
        }

        Close();
    }

    private void Rules(LeadOutcome outcome)
    {
        var before = length;
        Put(",\"rules\":{"u8);
        var empty = length;
        for (var rules = (uint)outcome.Fit; rules != 0; rules &= rules - 1)
        {
            var rule = System.Numerics.BitOperations.TrailingZeroCount(rules);
            Rule(FitRuleIds[rule], FitScore.Points[rule] * 1000);
        }

        for (var rule = 0; rule < outcome.Points.Length; rule++)
        {
            if (outcome.Points[rule] != 0)
            {
                Rule(BehaviourRuleIds[rule], outcome.Points[rule]);
            }
        }

        if (length == empty)
        {
            length = before;
            return;
        }

        buffer[length - 1] = (byte)'}';
    }

    private void Rule(string id, int points)
    {
        Put("\""u8);
        Put(id);
        Put("\":"u8);
        Number(points);
        Put(","u8);
    }

    private void Notes(LeadOutcome outcome)
    {
        if (outcome.Notes.Count == 0)
        {
            return;
        }

        Put(",\"notes\":["u8);
        foreach (var note in outcome.Notes)
        {
            Put("{\"at\":\""u8);
            Instant(note.At);
            Put("\",\"field\":\""u8);
            Put(Fields[(int)note.Field]);
            Put("\",\"expected\":\""u8);
            Put(Expected(note.Field));
            Put("\"},"u8);
        }

        Close();
    }

    private static string Expected(FieldName field) =>
        field switch
        {
            FieldName.Employees or FieldName.Revenue or FieldName.Budget => "number",
            FieldName.OptIn or FieldName.Customer => "boolean",
            FieldName.LastFundingAt => "date",
            _ => "text",
        };

    /// <summary>A bracket in place of the last comma.</summary>
    private void Close() => buffer[length - 1] = (byte)']';
}
