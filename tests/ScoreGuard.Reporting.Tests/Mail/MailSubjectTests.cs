using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Mail;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Reporting.Tests.Mail;

public sealed class MailSubjectTests
{
    [Fact]
    public void The_subject_says_the_verdict_where_and_what_moved()
    {
        Subject(SomeReport.Drift()).ShouldBe("[drift] acme-b2b: MQL +37 / −12 of 1,000 leads");
        Subject(SomeReport.Approved())
            .ShouldBe("[approved] acme-b2b: the accepted change is live, MQL +37 / −12 of 1,000 leads");
        Subject(SomeReport.Resolved()).ShouldBe("[resolved] acme-b2b: the drift is gone, 1,000 leads checked");
        Subject(SomeReport.NoBaseline())
            .ShouldBe("[no baseline] acme-b2b: 1,000 leads replayed, nobody has approved them yet");
        Subject(SomeReport.Broken()).ShouldBe("[broken] acme-b2b: could not judge, 2 errors");
        Mails
            .All["weekly"]
            .Subject.ShouldBe("[weekly] 5 workspaces: 1 damaged, 1 drift, 1 no baseline, 1 passed, 1 never ran");
    }

    [Fact]
    public void A_drift_that_nobody_in_Sales_sees_is_counted()
    {
        var drift = SomeReport.Drift();
        var still = drift with
        {
            Sales = drift.Sales! with { Gained = 0, Lost = 0 },
            Counts = new(1000, 0, 0, 64, 936, [new(ChangeKind.Score, 64)]),
        };

        Subject(still).ShouldBe("[drift] acme-b2b: 64 of 1,000 leads changed");
        Subject(still with { Sales = null }).ShouldBe("[drift] acme-b2b: 64 of 1,000 leads changed");
    }

    [Fact]
    public void A_drift_that_nobody_in_Sales_sees_says_where_most_leads_went_and_what_was_not_tested()
    {
        var drift = SomeReport.ReplayDrift();

        Subject(drift).ShouldBe("[drift] acme-b2b: 13 of 30 leads changed; 7 go from Warm to Cold; 2 not tested");
        Subject(drift with { MostMoved = new(1, "Warm", "", -1), Target = null })
            .ShouldBe("[drift] acme-b2b: 13 of 30 leads changed; 1 falls from Warm to none");
        var lengthy = drift with { MostMoved = new(7, new string('w', 500), new string('c', 500), 1) };
        Subject(lengthy).Length.ShouldBeLessThan(200);
        Subject(SomeReport.ReplayFirst())
            .ShouldBe("[no baseline] acme-b2b: 30 leads replayed, nobody has approved them yet; 2 not tested");
        Subject(SomeReport.Broken() with { Target = drift.Target })
            .ShouldBe("[broken] acme-b2b: could not judge, 2 errors");
    }

    [Fact]
    public void One_error_is_said_in_the_singular_and_warnings_are_none()
    {
        var broken = SomeReport.Broken();
        Subject(broken with { Diagnostics = [broken.Diagnostics[0]] })
            .ShouldBe("[broken] acme-b2b: could not judge, 1 error");
        Subject(broken with { Diagnostics = [broken.Diagnostics[0] with { Severity = Severity.Warning }] })
            .ShouldBe("[broken] acme-b2b: could not judge");
    }

    [Fact]
    public void The_preheader_carries_the_verdict_and_what_it_means()
    {
        Mails
            .All["drift"]
            .Preheader.ShouldBe(
                "Drift, not approved. Live scoring has moved: 113 of 1,000 leads come out differently from the approved baseline, version 3, and nobody has approved that."
            );
        Mails.All["broken"].Preheader.ShouldStartWith("Broken run: this is not a pass. The run could not judge.");
    }

    private static string Subject(RunReport report) => NewsMail.Write(report, MailLinks.None).Subject;
}
