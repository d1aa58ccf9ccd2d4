using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Csv;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Reporting.Tests;

public sealed partial class SameFiguresTests
{
    private sealed record Figures(long Leads, long Gained, long Lost, long ChangedOtherwise, long Unchanged);

    [Fact]
    public void Every_form_has_the_figures_of_the_report() =>
        Prop.ForAll(
                Gen.Choose(0, 3_000_000).Four().ToArbitrary(),
                counts =>
                {
                    var (gained, lost, other, unchanged) = counts;
                    var expected = new Figures((long)gained + lost + other + unchanged, gained, lost, other, unchanged);
                    var report = With(expected);

                    FromHtml(report).ShouldBe(expected);
                    FromJson(report).ShouldBe(expected);
                    FromJUnit(report).ShouldBe(expected);
                    FromMarkdown(report).ShouldBe(expected);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void The_table_of_drift_has_a_row_for_each_changed_lead()
    {
        var leads = SomeReport.Drift().Leads;
        using var text = new StringWriter();
        var csv = new DriftCsv(text, new(["fit", "behaviour", "total"], []));
        csv.WriteHeader();
        foreach (var lead in leads)
            csv.WriteRow(lead);

        using var reader = CsvReader.FromText(text.ToString(), new() { Separator = ',' });
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
            rows.Add(reader.Headers.ToDictionary(name => name, reader.GetString));

        rows.Select(row => row["lead"]).ShouldBe(leads.Select(lead => lead.Lead));
        rows.Select(row => row["change"]).ShouldBe(["sales-gained", "sales-lost", "routing", "score"]);
        rows[1]["behaviour_before"].ShouldBe("62");
        rows[1]["behaviour_after"].ShouldBe("46.5");
        rows[1]["stage_before"].ShouldBe("MQL");
        rows[1]["route_after"].ShouldBe("");
        rows[1]["rules"].ShouldBe("content: 45 -> 29.5");
    }

    [Fact]
    public void A_report_whose_parts_do_not_sum_is_never_printed()
    {
        var wrong = SomeReport.Drift() with { Counts = SomeReport.Drift().Counts with { Unchanged = 886 } };

        foreach (var file in ReportFiles.All)
            Should
                .Throw<ArgumentException>(() => Forms.Bytes(file, wrong))
                .Message.ShouldStartWith(
                    "Gained 37 + lost 12 + changed otherwise 64 + unchanged 886 is not 1000 leads."
                );
    }

    [Fact]
    public void Kinds_of_change_that_do_not_sum_are_never_printed()
    {
        var wrong = SomeReport.Drift() with
        {
            Counts = SomeReport.Drift().Counts with { ByKind = [new(ChangeKind.Score, 1)] },
        };

        Should
            .Throw<ArgumentException>(() => Forms.Bytes(ReportFiles.Html, wrong))
            .Message.ShouldStartWith("The kinds of change sum to 1, the changed leads to 113.");
    }

    private static RunReport With(Figures figures) =>
        SomeReport.Drift() with
        {
            Counts = new(
                figures.Leads,
                figures.Gained,
                figures.Lost,
                figures.ChangedOtherwise,
                figures.Unchanged,
                [
                    new(ChangeKind.SalesGained, figures.Gained),
                    new(ChangeKind.SalesLost, figures.Lost),
                    new(ChangeKind.Score, figures.ChangedOtherwise),
                ]
            ),
        };

    private static Figures FromHtml(RunReport report)
    {
        var page = Forms.Page(report);
        var whole = page.QuerySelector(".whole")?.TextContent ?? "of 0 leads";
        return new(Number(whole), Tile("gained"), -Tile("lost"), Tile("other"), Tile("same"));

        long Tile(string part) => Number(page.QuerySelector($".tile.{part} .number")!.TextContent);
    }

    private static Figures FromJson(RunReport report)
    {
        using var json = JsonDocument.Parse(Forms.Bytes(ReportFiles.Json, report));
        var counts = json.RootElement.GetProperty("counts");
        return new(
            json.RootElement.GetProperty("leads").GetInt64(),
            counts.GetProperty("gained").GetInt64(),
            counts.GetProperty("lost").GetInt64(),
            counts.GetProperty("changedOtherwise").GetInt64(),
            counts.GetProperty("unchanged").GetInt64()
        );
    }

    private static Figures FromJUnit(RunReport report)
    {
        var suite = XDocument.Parse(Forms.Text(ReportFiles.JUnit, report)).Descendants("testsuite").First();
        return new(
            Property("leads"),
            Property("gained"),
            Property("lost"),
            Property("changedOtherwise"),
            Property("unchanged")
        );

        long Property(string name) =>
            (long)
                suite
                    .Descendants("property")
                    .Single(property => (string?)property.Attribute("name") == name)
                    .Attribute("value")!;
    }

    private static Figures FromMarkdown(RunReport report)
    {
        var text = Forms.Text(ReportFiles.Markdown, report);
        return new(
            Row("in all, every one of them synthetic"),
            Row("now reach Sales"),
            -Row("no longer reach Sales"),
            Row("changed in another way"),
            Row("unchanged")
        );

        long Row(string words) =>
            Number(text.Split('\n').Single(line => line.EndsWith($"| {words} |", StringComparison.Ordinal)));
    }

    private static long Number(string text)
    {
        var digits = FirstNumber().Match(text).Value.Replace(",", "", StringComparison.Ordinal).Replace('−', '-');
        return long.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("[+−]?[0-9][0-9,]*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FirstNumber();
}
