namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>The model as a program: conditions as code, nothing looked up. Not for two threads at once.</summary>
/// <remarks>
/// It knows what holds for this model alone: without an activity no score ever rises, so that between activities only
/// the idle rule and the recycling can matter, and no midnight does.
/// </remarks>
public sealed partial class HandWrittenScorer
{
    private const long Day = Instants.Day;
    private const long Minute = 60_000;

    private readonly Ledger ledger = new();
    private LeadOutcome outcome = new();
    private LeadAttributes attributes = new();
    private FitRules fitRules;
    private int fit;
    private Stage stage;
    private long enteredAt;
    private long recycleDue;
    private long slaAt;
    private long slaDue;
    private long lastForm;
    private long lastPricing;
    private long lastLogin;
    private long loginBefore;

    public void Score(Lead lead, long asOf, LeadOutcome into)
    {
        Begin(lead, into);
        var idleDue = lead.CreatedAt + (30 * Day);
        foreach (ref readonly var activity in lead.Activities)
        {
            if (idleDue < activity.At || recycleDue < activity.At)
            {
                Pass(ref idleDue, activity.At);
            }

            Process(activity);
            Settle(activity.At, activity.Kind);
            idleDue = activity.At + (30 * Day);
        }

        Pass(ref idleDue, asOf + 1);
        End(asOf);
    }

    private void Begin(Lead lead, LeadOutcome into)
    {
        outcome = into;
        outcome.Clear();
        ledger.Clear();
        attributes = lead.Attributes;
        fitRules = FitScore.Rules(attributes);
        fit = FitScore.Of(fitRules) * 1000;
        slaDue = long.MaxValue;
        lastForm = lastPricing = lastLogin = loginBefore = long.MinValue / 2;
        stage = Stage.Inquiry;
        enteredAt = lead.CreatedAt;
        recycleDue = long.MaxValue;
        outcome.History.Add(new(Stage.Inquiry, lead.CreatedAt, null));
        if (attributes.Unreadable != 0)
        {
            Note(attributes, lead.CreatedAt);
        }

        Settle(lead.CreatedAt, ActivityKind.Other);
    }

    /// <summary>What falls due before <paramref name="until"/>; idle before recycling at the same instant.</summary>
    private void Pass(ref long idleDue, long until)
    {
        while (true)
        {
            var due = Math.Min(idleDue, recycleDue);
            if (due >= until)
            {
                return;
            }

            if (idleDue == due)
            {
                ledger.Grant(BehaviourRule.Idle30, due, -10_000);
                idleDue += 30 * Day;
            }

            Settle(due, ActivityKind.Other);
        }
    }

    private void Process(in LeadActivity activity)
    {
        var at = activity.At;
        switch (activity.Kind)
        {
            case ActivityKind.FormSubmit:
                SubmitForm(activity.Tags, at);
                break;
            case ActivityKind.WebVisit:
                Visit(activity.Tags, at);
                break;
            case ActivityKind.EmailOpen:
                if (ledger.Firings(BehaviourRule.Open, at - (7 * Day)) < 3)
                {
                    ledger.Grant(BehaviourRule.Open, at, 1_000);
                }

                break;
            case ActivityKind.EmailClick:
                ledger.Grant(BehaviourRule.Click, at, 4_000);
                if (stage == Stage.Recycle && Has(activity.Tags, ActivityTags.NurtureCampaign))
                {
                    ledger.Grant(BehaviourRule.NurtureClick, at, 6_000);
                }

                break;
            case ActivityKind.WebinarRegistered:
                ledger.Grant(BehaviourRule.WebinarRegistered, at, 5_000);
                break;
            case ActivityKind.WebinarAttended:
                ledger.Grant(BehaviourRule.Webinar, at, 20_000);
                UseTwoChannels(at);
                break;
            case ActivityKind.EventAttended:
                ledger.Grant(BehaviourRule.Event, at, 25_000);
                UseTwoChannels(at);
                break;
            case ActivityKind.TradeShow:
                ledger.Grant(BehaviourRule.Event, at, 25_000);
                break;
            case ActivityKind.TrialStart:
                if (attributes.Customer == Answer.No && ledger.Firings(BehaviourRule.Trial, at - (90 * Day)) == 0)
                {
                    ledger.Grant(BehaviourRule.Trial, at, 30_000);
                }

                break;
            case ActivityKind.TrialLogin:
                if (loginBefore > at - (14 * Day) && ledger.Firings(BehaviourRule.TrialActive, at - (14 * Day)) == 0)
                {
                    ledger.Grant(BehaviourRule.TrialActive, at, 10_000);
                }

                loginBefore = lastLogin;
                lastLogin = at;
                break;
            case ActivityKind.ChatStarted:
                if (ledger.Firings(BehaviourRule.Chat, at - (7 * Day)) == 0)
                {
                    ledger.Grant(BehaviourRule.Chat, at, 8_000);
                }

                break;
            case ActivityKind.AttributeChange:
                Change(activity.Change, at);
                break;
            case ActivityKind.Unsubscribe:
                ledger.Empty();
                break;
        }
    }

    private void SubmitForm(ActivityTags tags, long at)
    {
        lastForm = at;
        if (Has(tags, ActivityTags.DemoForm) && ledger.Firings(BehaviourRule.DemoRequest, at - Day) == 0)
        {
            ledger.Grant(BehaviourRule.DemoRequest, at, 40_000);
        }

        if (Has(tags, ActivityTags.ContactForm) && ledger.Firings(BehaviourRule.ContactSales, at - (7 * Day)) == 0)
        {
            ledger.Grant(BehaviourRule.ContactSales, at, 35_000);
        }

        if (Has(tags, ActivityTags.ContentForm))
        {
            GrantUpTo(BehaviourRule.Content, at, 10_000, 25_000, 30 * Day);
        }

        if (Has(tags, ActivityTags.NewsletterForm) && !ledger.HasFired(BehaviourRule.Newsletter))
        {
            ledger.Grant(BehaviourRule.Newsletter, at, 3_000);
        }
    }

    private void Visit(ActivityTags tags, long at)
    {
        if (Has(tags, ActivityTags.PricingPage))
        {
            if (lastPricing > at - (7 * Day) && ledger.Firings(BehaviourRule.Pricing, at - (7 * Day)) == 0)
            {
                ledger.Grant(BehaviourRule.Pricing, at, 12_000);
            }

            lastPricing = at;
        }

        if (Has(tags, ActivityTags.ProductPage))
        {
            GrantUpTo(BehaviourRule.Product, at, 4_000, 10_000, 7 * Day);
        }

        if (Has(tags, ActivityTags.CareersPage) && !ledger.HasFired(BehaviourRule.Careers))
        {
            ledger.Grant(BehaviourRule.Careers, at, -10_000);
        }

        if (ledger.Firings(BehaviourRule.Visit, at - Day) < 3)
        {
            ledger.Grant(BehaviourRule.Visit, at, 1_000);
        }

        if (Has(tags, ActivityTags.LongVisit))
        {
            ledger.Grant(BehaviourRule.LongVisit, at, 2_000);
        }
    }

    private void GrantUpTo(BehaviourRule rule, long at, int thousandths, int limit, long per)
    {
        var room = limit - ledger.Granted(rule, at - per);
        if (room > 0)
        {
            ledger.Grant(rule, at, Math.Min(thousandths, room));
        }
    }

    private void UseTwoChannels(long at)
    {
        if (lastForm > at - (30 * Day) && !ledger.HasFired(BehaviourRule.TwoChannels))
        {
            ledger.Grant(BehaviourRule.TwoChannels, at, 10_000);
        }
    }

    private void Change(LeadAttributes? change, long at)
    {
        if (change is null)
        {
            return;
        }

        var before = attributes;
        attributes = before.With(change);
        fitRules = FitScore.Rules(attributes);
        fit = FitScore.Of(fitRules) * 1000;
        if (change.Unreadable != 0)
        {
            Note(change, at);
        }

        if (JobTitle.Differ(before.JobTitle, attributes.JobTitle))
        {
            ledger.Grant(BehaviourRule.NewRole, at, 5_000);
        }
    }

    private void Note(LeadAttributes given, long at)
    {
        for (var unreadable = given.Unreadable; unreadable != 0; unreadable &= unreadable - 1)
        {
            outcome.Notes.Add(new(at, (FieldName)System.Numerics.BitOperations.TrailingZeroCount(unreadable)));
        }
    }

    private void End(long asOf)
    {
        if (slaDue != long.MaxValue)
        {
            outcome.Clocks.Add(new(slaAt, slaDue, asOf > slaDue ? SlaStatus.Breached : SlaStatus.Open));
        }

        outcome.Fit = fitRules;
        outcome.FitScore = fit;
        outcome.BehaviourScore = ledger.AddTo(outcome.Points, asOf);
        outcome.Stage = stage;
    }

    private static bool Has(ActivityTags tags, ActivityTags tag) => (tags & tag) != ActivityTags.None;
}
