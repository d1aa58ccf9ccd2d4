using System.Text.RegularExpressions;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Reporting.Tests;

public sealed partial class MarkdownSummaryTests
{
    [Fact]
    public void Hostile_text_begins_no_line()
    {
        var lines = Forms.Text(ReportFiles.Markdown, HostileReport.Drift()).Split('\n');

        lines.Where(line => line.Length > 0).ShouldAllBe(line => OwnLine().IsMatch(line));
    }

    [Fact]
    public void Outside_code_nothing_of_hostile_text_is_markup()
    {
        var prose = CodeSpan().Replace(Forms.Text(ReportFiles.Markdown, HostileReport.Drift()), "");

        prose.ShouldContain(HostileReport.Mark);
        prose.ShouldNotContain("<");
        prose.ShouldNotContain("](");
        prose.ShouldNotContain("www.");
        prose.ShouldNotContain("://");
        prose.ShouldNotContain("@");
        prose.ShouldNotContain("**evil");
    }

    [Theory]
    [InlineData("<script>alert('evil')</script>", "&lt;script&gt;alert\\('evil'\\)&lt;/script&gt;")]
    [InlineData("[a](b)", "\\[a\\]\\(b\\)")]
    [InlineData("a@b.example", "a&#64;&#8288;b\\.example")]
    [InlineData("a | b", "a \\| b")]
    [InlineData("line\nline", "line line")]
    [InlineData("plain words, 3 / 4", "plain words, 3 / 4")]
    public void A_headline_is_escaped(string headline, string escaped) =>
        Forms
            .Text(ReportFiles.Markdown, SomeReport.Drift() with { Headline = headline })
            .ShouldContain($"**{escaped}**");

    [Theory]
    [InlineData("a", "`a`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`a", "`` `a ``")]
    [InlineData("a|b", "`a|b`")]
    [InlineData(" ", "(blank)")]
    public void A_name_is_a_code_span_that_it_cannot_end(string workspace, string code)
    {
        var report = SomeReport.Passed();

        Forms
            .Text(ReportFiles.Markdown, report with { Run = report.Run with { Workspace = workspace } })
            .ShouldStartWith($"## ✅ Passed: {code}\n");
    }

    [GeneratedRegex(
        @"^(?:## |### |\| |- |\*\*.*\*\*$|---$|_There is more|Run `|Live scoring has moved|A lead reaches Sales)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex OwnLine();

    // From a fence to the next of the same length, as Markdown reads them; a code span of ours never leaves its line.
    [GeneratedRegex(
        "(?<![`\\\\])(?<fence>`+)(?!`).+?(?<!`)\\k<fence>(?!`)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex CodeSpan();
}
