using System.Text;
using ScoreGuard.Reporting.Json;
using ScoreGuard.Reporting.Pages;
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
            told.Sentences.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_page_about_a_replayed_target_tells_what_its_report_found()
    {
        var report = SomeReport.ReplayDrift();
        using var json = new MemoryStream();
        ReportFiles.Json.Write(report, json);
        json.Position = 0;
        var read = await ReportedCauses.ReadAsync(json, default);

        var line = CauseLine.Of([new("c-13aa07", "sha256:bb01")], read, preview: false, []).Single();
        line.Story.ShouldBe([
            "All 13 have the activity “webinar_attended”; none of the 17 unchanged leads has.",
            "Scores: “total” −15 for each of them; “fit” unchanged.",
        ]);
    }

    [Fact]
    public async Task A_report_of_an_earlier_version_still_tells_its_causes()
    {
        const string Earlier =
            """{"causes":[{"id":"a","leads":1,"kinds":{"score":1},"rules":[],"edits":["An edit."]}]}""";
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(Earlier));

        (await ReportedCauses.ReadAsync(json, default))["a"].Edits.ShouldBe(["An edit."]);
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
