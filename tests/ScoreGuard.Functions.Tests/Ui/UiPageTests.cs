using Microsoft.Playwright;
using ScoreGuard.Integration.Tests.Reports;

namespace ScoreGuard.Functions.Tests.Ui;

public sealed class UiPageTests(EveryPage pages) : IClassFixture<EveryPage>
{
    // A4 less its margins, in CSS pixels.
    private const int PaperWidth = 695;

    // 320 is a laptop's page at 400 %, 640 at 200 %.
    private static readonly int[] Widths = [320, 390, 640, 768, 1280];

    public static IEnumerable<TheoryDataRow<string>> Pages() =>
        EveryPage.Names.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_makes_a_page_scroll_sideways_at_any_width(string name)
    {
        await using var browser = await OpenAsync(name);
        foreach (var width in Widths)
        {
            await browser.Page.SetViewportSizeAsync(width, 900);
            var over = await browser.Page.EvaluateAsync<int>(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            );
            over.ShouldBe(0, $"at {width} pixels");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_text_has_contrast_enough_in_light_and_in_dark(string name)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var browser = await OpenAsync(name, scheme);
            var measured = await browser.Page.EvaluateAsync<ContrastFound>(PageScripts.Contrast);
            measured.Texts.ShouldBeGreaterThan(5);
            measured.Weak.ShouldBeEmpty($"in {scheme}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task On_paper_nothing_is_clipped_or_dark_and_no_form_is_left(string name)
    {
        await using var browser = await OpenAsync(name, ColorScheme.Dark);
        await browser.Page.SetViewportSizeAsync(PaperWidth, 900);
        await browser.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        (await browser.Page.EvaluateAsync<string[]>(PageScripts.Clipped))
            .Where(element => !element.StartsWith("<span class=\"hidden\"", StringComparison.Ordinal))
            .ShouldBeEmpty();
        var measured = await browser.Page.EvaluateAsync<ContrastFound>(PageScripts.Contrast);
        measured.Weak.ShouldBeEmpty();
        measured.DarkestBackground.ShouldBeGreaterThan(0.8);
        if (name != "sign-in")
        {
            (await VisibleAsync(browser, "button, input, textarea")).ShouldBe(0);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_its_landmarks_headings_in_order_labels_captions_and_names(string name)
    {
        await using var browser = await OpenAsync(name);

        (await browser.Page.EvaluateAsync<string[]>(StructureScript)).ShouldBeEmpty();
        (await browser.Page.TitleAsync()).ShouldEndWith(" – ScoreGuard");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_keyboard_reaches_everything_in_the_order_of_reading_and_always_shows_where_it_is(string name)
    {
        await using var browser = await OpenAsync(name);
        var expected = await browser.Page.EvaluateAsync<string[]>(FocusableScript);
        expected.Length.ShouldBeGreaterThan(1);

        var reached = new List<string>();
        for (var step = 0; step < expected.Length; step++)
        {
            await browser.Page.Keyboard.PressAsync("Tab");
            var at = await browser.Page.EvaluateAsync<string>(FocusedScript);
            at.ShouldContain(" shown ", customMessage: "the outline or the skip link");
            reached.Add(at.Split(" shown ")[0]);
        }

        reached.ShouldBe(expected);
        expected[0].ShouldContain("Skip to the content");
    }

    [Fact]
    public async Task The_skip_link_leads_to_the_content()
    {
        await using var browser = await OpenAsync("start");
        await browser.Page.Keyboard.PressAsync("Tab");
        await browser.Page.Keyboard.PressAsync("Enter");
        await browser.Page.Keyboard.PressAsync("Tab");

        (
            await browser.Page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)")
        ).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_runs_no_script_asks_no_other_address_and_says_nothing_on_the_console(string name)
    {
        await using var browser = await OpenAsync(name);

        var active = "script, iframe, object, embed, link:not([rel=icon]), [style], [onclick], [onload], [onerror]";
        (await browser.Page.Locator(active).CountAsync()).ShouldBe(0);
        browser.Elsewhere.ShouldBeEmpty();
        // Chromium tells of every answer that is no success.
        browser
            .Messages.Where(message =>
                !message.Contains("the server responded with a status of 4", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
    }

    private Task<Browser> OpenAsync(string name, ColorScheme scheme = ColorScheme.Light) =>
        pages.OpenAsync(name, scheme);

    private static Task<int> VisibleAsync(Browser browser, string selector) =>
        browser.Page.EvaluateAsync<int>(
            "selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).length",
            selector
        );

    private const string StructureScript = """
        () => {
          const wrong = [];
          const all = selector => [...document.querySelectorAll(selector)];
          const one = selector => { if (all(selector).length !== 1) wrong.push(`${all(selector).length} ${selector}`); };
          ['html[lang]', 'title', 'h1', 'main#main', 'body > header', 'body > footer', 'nav[aria-label]', 'a.skip[href="#main"]'].forEach(one);
          let level = 0;
          for (const heading of all('h1, h2, h3, h4, h5, h6')) {
            const next = Number(heading.tagName[1]);
            if (next > level + 1) wrong.push(`after h${level}: ${heading.outerHTML}`);
            level = next;
          }
          for (const field of all('input:not([type=hidden]):not([hidden]), textarea, select'))
            if (![...field.labels].some(label => label.textContent.trim())) wrong.push(`no label: ${field.outerHTML}`);
          for (const group of all('fieldset')) if (group.firstElementChild?.tagName !== 'LEGEND') wrong.push(`no legend: ${group.outerHTML.slice(0, 80)}`);
          for (const table of all('table')) {
            if (!table.caption?.textContent.trim()) wrong.push(`no caption: ${table.outerHTML.slice(0, 80)}`);
            for (const th of table.querySelectorAll('th')) if (!th.scope) wrong.push(`no scope: ${th.outerHTML}`);
          }
          for (const named of all('a, button, summary, section'))
            if (!(named.tagName === 'SECTION' ? labelOf(named) : named.textContent.trim())) wrong.push(`no name: ${named.outerHTML.slice(0, 80)}`);
          for (const svg of all('svg')) if (svg.getAttribute('aria-hidden') !== 'true') wrong.push('a picture that is read out');
          const ids = all('[id]').map(element => element.id);
          wrong.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map(id => `twice: #${id}`));
          for (const element of all('[aria-labelledby], [aria-describedby]'))
            for (const id of `${element.getAttribute('aria-labelledby') ?? ''} ${element.getAttribute('aria-describedby') ?? ''}`.split(' ').filter(Boolean))
              if (!document.getElementById(id)) wrong.push(`names nothing: ${id}`);
          if (all('[tabindex]').length) wrong.push('an order of its own');
          return wrong;
          function labelOf(section) {
            return section.getAttribute('aria-label') ?? document.getElementById(section.getAttribute('aria-labelledby'))?.textContent.trim();
          }
        }
        """;

    /// <summary>What the Tab key stops at, in the order of the document; of radio buttons the one that is set, or the first.</summary>
    private const string FocusableScript = """
        () => [...document.querySelectorAll('a[href], button, input, textarea, summary')]
          .filter(e => e.type !== 'hidden' && e.checkVisibility())
          .filter(e => e.type !== 'radio' || e.checked || (!document.querySelector(`[name=${e.name}]:checked`) && e === document.querySelector(`[name=${e.name}]`)))
          .map(e => `${e.tagName} ${e.id || e.name || ''} ${e.value ?? ''} ${e.textContent.trim()}`)
        """;

    private const string FocusedScript = """
        () => {
          const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
          const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.left >= 0 && box.width > 0;
          return `${e.tagName} ${e.id || e.name || ''} ${e.value ?? ''} ${e.textContent.trim()} ${shown ? 'shown' : 'hidden'} `;
        }
        """;
}
