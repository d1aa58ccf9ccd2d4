using System.Reflection;
using System.Text.Json;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Reporting.Tests;

public sealed class JsonReportTests
{
    [Fact]
    public void Hostile_text_comes_back_as_it_was()
    {
        using var json = JsonDocument.Parse(Forms.Bytes(ReportFiles.Json, HostileReport.Drift()));

        json.RootElement.GetProperty("actions")
            .EnumerateArray()
            .Select(text => text.GetString())
            // Half a surrogate pair is no text; everything else is kept.
            .ShouldBe(HostileReport.Texts.Select(text => text.Replace('\uD800', '\uFFFD')));
    }

    [Fact]
    public void The_bytes_hold_nothing_that_HTML_would_read_as_a_tag()
    {
        var text = Forms.Text(ReportFiles.Json, HostileReport.Drift());

        text.ShouldNotContain("<");
        text.ShouldNotContain(">");
        text.ShouldNotContain("\u202E");
    }

    [Fact]
    public void A_run_that_could_not_judge_has_no_counts()
    {
        using var json = JsonDocument.Parse(Forms.Bytes(ReportFiles.Json, SomeReport.Broken()));

        json.RootElement.GetProperty("counts").ValueKind.ShouldBe(JsonValueKind.Null);
        json.RootElement.GetProperty("leads").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Without_a_baseline_there_are_leads_but_no_counts()
    {
        using var json = JsonDocument.Parse(Forms.Bytes(ReportFiles.Json, SomeReport.NoBaseline()));

        json.RootElement.GetProperty("counts").ValueKind.ShouldBe(JsonValueKind.Null);
        json.RootElement.GetProperty("leads").GetInt64().ShouldBe(1000);
    }

    [Fact]
    public void Numbers_have_no_trailing_zeros() =>
        Forms.Text(ReportFiles.Json, HostileReport.Drift()).ShouldContain("\"pointsBefore\": -4.5,");

    [Fact]
    public void Every_member_is_documented()
    {
        var goldens = typeof(JsonReportTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "Goldens")
            .Value!;
        var document = File.ReadAllText(Path.Combine(goldens, "../../../docs/report-json.md"));
        using var json = JsonDocument.Parse(Forms.Bytes(ReportFiles.Json, SomeReport.Drift()));

        // Names under these are data: dimensions and kinds of change.
        string[] open = ["byKind", "kinds", "labels"];
        var members = Members(json.RootElement, open).Distinct(StringComparer.Ordinal).ToList();
        members.Count.ShouldBeGreaterThan(60);
        foreach (var member in members)
            document.ShouldContain($"`{member}`");
    }

    private static IEnumerable<string> Members(JsonElement element, string[] open) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Members(item, open)),
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(member =>
                    open.Contains(member.Name)
                    || (member.Name == "scores" && member.Value.ValueKind == JsonValueKind.Object)
                        ? [member.Name]
                        : Members(member.Value, open).Prepend(member.Name)
                ),
            _ => [],
        };
}
