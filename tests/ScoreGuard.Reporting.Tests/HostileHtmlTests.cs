using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Reporting.Tests;

public sealed class HostileHtmlTests
{
    private static readonly RunReport[] Hostile = [HostileReport.Drift(), HostileReport.Broken()];

    [Fact]
    public void Hostile_text_makes_the_very_elements_that_harmless_text_makes()
    {
        var harmless = HostileReport.Drift([.. HostileReport.Texts.Select((_, at) => $"word {at}")]);

        Elements(HostileReport.Drift()).ShouldBe(Elements(harmless));
    }

    [Fact]
    public void No_attribute_holds_a_text_from_outside()
    {
        foreach (var report in Hostile)
        foreach (var element in Forms.Page(report).All)
        foreach (var attribute in element.Attributes)
            attribute.Value.ShouldNotContain(HostileReport.Mark);
    }

    [Fact]
    public void Text_from_outside_stands_in_an_isolated_run_or_in_the_title()
    {
        foreach (var report in Hostile)
        {
            var texts = Forms
                .Page(report)
                .Descendants<IText>()
                .Where(text => text.Data.Contains(HostileReport.Mark, StringComparison.Ordinal))
                .ToList();

            texts.ShouldNotBeEmpty();
            foreach (var text in texts)
                text.ParentElement!.LocalName.ShouldBeOneOf("bdi", "title");
        }
    }

    [Theory]
    [InlineData("<script>alert('evil')</script>")]
    [InlineData("{{Title}}{{{evil}}}{{> evil}}")]
    [InlineData("</style></title></textarea><!-- evil --> ]]>")]
    [InlineData("\"><img src=x onerror=alert(1)>evil")]
    [InlineData("[U+202E]live[U+202C] [U+2066]evil [U+200B][U+FEFF]")]
    [InlineData("عربي evil שלום 👩‍👩‍👧‍👦🇩🇪")]
    public void Text_from_outside_is_read_as_it_was_written_save_what_would_be_invisible(string shown) =>
        Forms
            .Page(HostileReport.Drift())
            .QuerySelectorAll("bdi")
            .ShouldContain(element => element.TextContent == shown);

    [Fact]
    public void The_page_allows_its_own_style_by_hash_and_no_script()
    {
        var page = Forms.Page(SomeReport.Drift());
        var style = page.QuerySelector("style")!.TextContent;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));

        page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!
            .GetAttribute("content")
            .ShouldBe(
                $"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'"
            );
        page.QuerySelectorAll("script, [style]").ShouldBeEmpty();
    }

    [Fact]
    public void The_page_refers_to_nothing_but_its_tables()
    {
        var page = Forms.Page(HostileReport.Drift());

        page.QuerySelectorAll("[href], [src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src"))
            .ShouldBe(["data:,", "outcomes.csv", "drift.csv"]);
        page.QuerySelector("style")!.TextContent.ShouldNotContain("@import");
    }

    private static string Elements(RunReport report)
    {
        var elements = Forms
            .Page(report)
            .All.Select(element =>
                element.LocalName + string.Concat(element.Attributes.Select(attribute => $" {attribute.Name}"))
            );
        return string.Join('\n', elements);
    }
}
