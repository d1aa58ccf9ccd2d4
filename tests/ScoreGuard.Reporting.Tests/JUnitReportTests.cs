using System.Xml.Linq;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Reporting.Tests;

public sealed class JUnitReportTests
{
    [Fact]
    public void A_run_that_found_nothing_unapproved_is_one_passing_test()
    {
        foreach (var report in new[] { SomeReport.Passed(), SomeReport.Approved(), SomeReport.Resolved() })
            Totals(report).ShouldBe((1, 0, 0));
    }

    [Fact]
    public void A_run_that_compared_nothing_is_an_error()
    {
        foreach (var report in new[] { SomeReport.Broken(), SomeReport.NoBaseline() })
            Totals(report).ShouldBe((1, 0, 1));
    }

    [Fact]
    public void Each_cause_is_a_failure_in_the_suite_of_its_gravest_kind()
    {
        var suites = Xml(SomeReport.Drift()).Descendants("testsuite").ToList();

        Totals(SomeReport.Drift()).ShouldBe((4, 4, 0));
        suites
            .Select(suite => (string?)suite.Attribute("name"))
            .ShouldBe(["sales-gained", "sales-lost", "routing", "score"]);
        suites
            .Select(suite => (string?)suite.Descendants("testcase").Single().Attribute("name"))
            .ShouldBe(["cause c-7d21aa", "cause c-19e044", "cause c-40b7f1", "cause c-e5513c"]);
    }

    [Fact]
    public void Drift_without_a_cause_still_fails() =>
        Totals(SomeReport.Drift() with { Causes = [] }).ShouldBe((1, 1, 0));

    [Fact]
    public void The_totals_count_what_is_there()
    {
        var xml = Xml(HostileReport.Drift());

        ((int)xml.Root!.Attribute("tests")!).ShouldBe(xml.Descendants("testcase").Count());
        ((int)xml.Root.Attribute("failures")!).ShouldBe(xml.Descendants("failure").Count());
        xml.Descendants("testsuite")
            .Sum(suite => (int)suite.Attribute("tests")!)
            .ShouldBe(xml.Descendants("testcase").Count());
    }

    [Fact]
    public void Characters_that_XML_cannot_hold_are_shown_by_their_code_point()
    {
        var text = string.Concat(Xml(HostileReport.Drift()).Descendants("failure").Select(failure => failure.Value));

        text.ShouldContain("evil[U+0000][U+0001][U+0008][U+001B][31m[U+FFFE]\uFFFDend");
    }

    private static (int Tests, int Failures, int Errors) Totals(RunReport report)
    {
        var root = Xml(report).Root!;
        return ((int)root.Attribute("tests")!, (int)root.Attribute("failures")!, (int)root.Attribute("errors")!);
    }

    private static XDocument Xml(RunReport report)
    {
        using var stream = new MemoryStream(Forms.Bytes(ReportFiles.JUnit, report));
        return XDocument.Load(stream);
    }
}
