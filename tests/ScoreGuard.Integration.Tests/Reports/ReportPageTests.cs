using Microsoft.Playwright;

namespace ScoreGuard.Integration.Tests.Reports;

public sealed class ReportPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    // A4 less its margins, in CSS pixels.
    private const int PaperWidth = 695;

    // 320 is a laptop's page at 400 %, 640 at 200 %.
    private static readonly int[] Widths = [320, 360, 390, 640, 768, 1280];

    public static IEnumerable<TheoryDataRow<string>> Reports() =>
        RenderedPage.Names.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Nothing_makes_the_page_scroll_sideways_at_any_width(string report)
    {
        foreach (var width in Widths)
        {
            await using var rendered = await RenderedPage.OpenAsync(chromium, report, width);

            var over = await rendered.Page.EvaluateAsync<int>(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            );
            over.ShouldBe(0, $"at {width} pixels");
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Every_text_has_contrast_enough_in_light_and_in_dark(string report)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var rendered = await RenderedPage.OpenAsync(chromium, report, 1280, scheme);

            var measured = await rendered.Page.EvaluateAsync<ContrastFound>(PageScripts.Contrast);
            measured.Texts.ShouldBeGreaterThan(20);
            measured.Weak.ShouldBeEmpty($"in {scheme}");
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task On_paper_no_table_or_text_is_clipped(string report)
    {
        await using var rendered = await RenderedPage.OpenAsync(chromium, report, PaperWidth, media: Media.Print);

        (await rendered.Page.EvaluateAsync<string[]>(PageScripts.Clipped)).ShouldBeEmpty();
    }

    [Fact]
    public async Task On_paper_no_background_is_dark_even_for_who_prints_from_dark_mode()
    {
        await using var rendered = await RenderedPage.OpenAsync(
            chromium,
            "drift",
            PaperWidth,
            ColorScheme.Dark,
            Media.Print
        );

        var measured = await rendered.Page.EvaluateAsync<ContrastFound>(PageScripts.Contrast);
        measured.Weak.ShouldBeEmpty();
        measured.DarkestBackground.ShouldBeGreaterThan(0.8);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task The_page_asks_the_network_for_nothing_and_the_console_stays_empty(string report)
    {
        await using var rendered = await RenderedPage.OpenAsync(chromium, report, 1280);
        await rendered.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        rendered.Requests.ShouldBeEmpty();
        rendered.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_verdict_and_the_figures_are_seen_on_a_phone_without_scrolling()
    {
        await using var rendered = await RenderedPage.OpenAsync(chromium, "drift", 390);

        foreach (var part in new[] { ".badge", "h1", ".tile.gained", ".tile.lost", ".tile.same" })
        {
            var box = await rendered.Page.Locator(part).BoundingBoxAsync();
            (box!.Y + box.Height).ShouldBeLessThan(844, part);
        }
    }
}
