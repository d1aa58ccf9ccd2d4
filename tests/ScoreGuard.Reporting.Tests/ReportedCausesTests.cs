using System.Text;
using ScoreGuard.Reporting.Json;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Reporting.Tests;

public sealed class ReportedCausesTests
{
    [Fact]
    public async Task The_causes_of_a_kept_report_are_read_back_as_they_were()
    {
        var report = SomeReport.Drift();
        using var json = new MemoryStream();
        ReportFiles.Json.Write(report, json);
        json.Position = 0;

        var read = await ReportedCauses.ReadAsync(json, default);

        read.Keys.ShouldBe(report.Causes.Select(cause => cause.Id), ignoreOrder: true);
        foreach (var cause in report.Causes)
        {
            var told = read[cause.Id];
            told.Leads.ShouldBe(cause.Leads);
            told.Kinds.ShouldBe(cause.Kinds);
            told.Edits.ShouldBe(cause.Edits);
            told.Rules.ShouldBe(cause.Rules);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"causes":[{"id":7}]}""")]
    [InlineData("""{"causes":[{"id":"a","leads":1,"kinds":{"unheard-of":1},"rules":[],"edits":[]}]}""")]
    [InlineData("""{"causes":[{"id":"a","leads":1.5,"kinds":{},"rules":[],"edits":[]}]}""")]
    public async Task A_file_that_is_no_such_report_tells_of_no_cause(string text)
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(text));

        (await ReportedCauses.ReadAsync(json, default)).ShouldBeEmpty();
    }
}
