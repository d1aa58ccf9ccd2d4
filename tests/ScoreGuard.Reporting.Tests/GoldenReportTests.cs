using ScoreGuard.Domain.Reports;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Reporting.Tests;

public sealed class GoldenReportTests
{
    private static readonly Dictionary<string, RunReport> Reports = new(StringComparer.Ordinal)
    {
        ["passed"] = SomeReport.Passed(),
        ["drift"] = SomeReport.Drift(),
        ["preview"] = SomeReport.Preview(),
        ["approved"] = SomeReport.Approved(),
        ["resolved"] = SomeReport.Resolved(),
        ["no-baseline"] = SomeReport.NoBaseline(),
        ["broken"] = SomeReport.Broken(),
        ["replay-drift"] = SomeReport.ReplayDrift(),
        ["replay-first"] = SomeReport.ReplayFirst(),
        ["hostile"] = HostileReport.Drift(),
    };

    public static IEnumerable<TheoryDataRow<string, string>> Cases() =>
        Reports.Keys.SelectMany(report =>
            ReportFiles.All.Select(file => new TheoryDataRow<string, string>(report, file.Name))
        );

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_form_of_each_report_is_as_approved(string report, string file) =>
        Golden.ShouldBeApproved(
            $"{report}.{file}",
            Forms.Bytes(ReportFiles.All.Single(form => form.Name == file), Reports[report])
        );
}
