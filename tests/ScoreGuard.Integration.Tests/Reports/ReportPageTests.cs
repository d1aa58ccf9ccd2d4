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

            var measured = await rendered.Page.EvaluateAsync<ContrastFound>(ContrastScript);
            measured.Texts.ShouldBeGreaterThan(20);
            measured.Weak.ShouldBeEmpty($"in {scheme}");
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task On_paper_no_table_or_text_is_clipped(string report)
    {
        await using var rendered = await RenderedPage.OpenAsync(chromium, report, PaperWidth, media: Media.Print);

        (await rendered.Page.EvaluateAsync<string[]>(ClippedScript)).ShouldBeEmpty();
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

        var measured = await rendered.Page.EvaluateAsync<ContrastFound>(ContrastScript);
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

    private sealed record ContrastFound
    {
        public int Texts { get; init; }
        public double DarkestBackground { get; init; }
        public string[] Weak { get; init; } = [];
    }

    /// <summary>WCAG 2 contrast of each visible text against what is painted behind it.</summary>
    private const string ContrastScript = """
        () => {
          const parse = color => (color.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
          const luminance = ([r, g, b]) => {
            const [x, y, z] = [r, g, b].map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * x + 0.7152 * y + 0.0722 * z;
          };
          const behind = element => {
            for (let at = element; at; at = at.parentElement) {
              const color = parse(getComputedStyle(at).backgroundColor);
              if (color.length < 4 || color[3] === 1) return color;
              if (color[3] > 0) throw new Error('half transparent');
            }
            return [255, 255, 255];
          };
          const weak = [];
          let texts = 0, darkest = 1;
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const text = walker.currentNode, element = text.parentElement;
            if (!text.data.trim() || element.closest('svg, style') || !element.getClientRects().length) continue;
            const back = luminance(behind(element)), front = luminance(parse(getComputedStyle(element).color));
            const ratio = (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05);
            texts++;
            darkest = Math.min(darkest, back);
            if (ratio < 4.5) weak.push(`${ratio.toFixed(2)} ${element.outerHTML.slice(0, 120)}`);
          }
          return { texts, darkestBackground: darkest, weak };
        }
        """;

    /// <summary>Elements that reach beyond the paper, or that hide or scroll a part of their content.</summary>
    private const string ClippedScript = """
        () => [...document.body.querySelectorAll('*')]
          .filter(element => !element.closest('svg'))
          .filter(element => {
            const box = element.getBoundingClientRect();
            const cut = getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth;
            return box.right > innerWidth + 1 || box.left < -1 || cut;
          })
          .map(element => element.outerHTML.slice(0, 160))
        """;
}
