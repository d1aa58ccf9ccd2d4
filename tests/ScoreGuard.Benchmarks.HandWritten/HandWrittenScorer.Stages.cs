namespace ScoreGuard.Benchmarks.HandWritten;

/// <content>The lifecycle, its routes and its clock.</content>
public sealed partial class HandWrittenScorer
{
    /// <summary>Nothing in this model can turn in a circle: every round leaves a stage that the same settle does not enter.</summary>
    private void Settle(long now, ActivityKind kind)
    {
        while (true)
        {
            if (attributes.MailDomain == MailDomain.Competitor && stage != Stage.Disqualified)
            {
                Enter(Stage.Disqualified, now, "competitor-out");
            }
            else if (stage == Stage.Inquiry && IsQualified(now))
            {
                Enter(Stage.Mql, now, "mql");
            }
            else if (stage == Stage.Recycle && IsQualified(now))
            {
                Enter(Stage.Mql, now, "re-mql");
            }
            else if (stage == Stage.Mql && kind == ActivityKind.SalesAccept)
            {
                Enter(Stage.Accepted, now, "accept");
            }
            else if (stage == Stage.Accepted && kind == ActivityKind.OpportunityCreated)
            {
                Enter(Stage.Qualified, now, "qualify");
            }
            else if (now >= recycleDue)
            {
                Enter(Stage.Recycle, now, "recycle");
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>A total of 100 takes 30 of behaviour, so <c>score.behaviour &gt; 0</c> holds of itself.</summary>
    private bool IsQualified(long now) => fit + ledger.Ceiling >= 100_000 && fit + ledger.Value(now) >= 100_000;

    private void Enter(Stage entered, long now, string by)
    {
        if (slaDue != long.MaxValue)
        {
            outcome.Clocks.Add(new(slaAt, slaDue, now <= slaDue ? SlaStatus.Met : SlaStatus.Breached));
            slaDue = long.MaxValue;
        }

        stage = entered;
        enteredAt = now;
        recycleDue = entered is Stage.Mql or Stage.Accepted ? enteredAt + (20 * Day) : long.MaxValue;
        outcome.History.Add(new(entered, now, by));
        if (entered == Stage.Mql)
        {
            outcome.Routes.Add(Route(now));
            if (attributes.OptIn == Answer.Yes)
            {
                slaAt = now;
                slaDue = BusinessHours.Due(now, 240 * Minute);
            }
        }
        else if (entered == Stage.Recycle)
        {
            ledger.Empty();
        }
    }

    private LeadOutcome.Route Route(long now)
    {
        var country = attributes.Country;
        var isLarge = attributes.Employees >= 1000;
        return isLarge && country is (Country.DE or Country.AT or Country.CH)
                ? new(now, "Enterprise DACH", "enterprise-dach", now + (5 * Minute))
            : isLarge && country == Country.US ? new(now, "Enterprise US", "enterprise-us", now + (5 * Minute))
            : country == Country.US && attributes.Region == Region.WestCoast
                ? new(now, "US West", "us-west", now + (30 * Minute))
            : attributes.Language == Language.French ? new(now, "France and Benelux", "french", 0)
            : new(now, "SDR pool", null, 0);
    }
}
