using ScoreGuard.Integration.Tests.Reports;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Functions.Tests.Ui;

public sealed class HostileTextTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>Walked once: it is the same for every text.</summary>
    private static List<string>? _plain;

    /// <summary>What a title or a name may hold; line ends are cut by what reads them.</summary>
    public static IEnumerable<TheoryDataRow<string>> Texts() =>
        HostileReport
            .Texts.Where(text => !text.Contains('\0', StringComparison.Ordinal) && text.Length < 300)
            .Select(text => new TheoryDataRow<string>(text));

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_from_outside_stays_text_wherever_a_page_shows_it(string hostile)
    {
        await using var app = await ServedApp.WaitingAsync(folder => folder.Add("small", hostile, hostile));
        await using var plain = await ServedApp.WaitingAsync(folder => folder.Add("small", "plain", "plain"));

        var found = await WalkAsync(app, hostile);

        _plain ??= (await WalkAsync(plain, "plain")).Elements;
        found.Elements.ShouldBe(_plain, "hostile text makes the very elements that plain text makes");
        found.Elsewhere.ShouldBeEmpty();
        found.Messages.ShouldBeEmpty();
        found.Texts.ShouldAllBe(text => text.Contains("evil", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The same walk whatever the words: orders, accepts, and looks at every page that shows them.</summary>
    private async Task<Seen> WalkAsync(ServedApp app, string words)
    {
        await using var browser = await Browser.OpenAsync(chromium, app);
        var seen = new Seen([], [], browser.Messages, browser.Elsewhere);
        await browser.SignInAsync();
        await NoteAsync("h2 bdi");
        await browser.OrderAsync(words);
        await NoteAsync("main bdi:last-of-type");
        var run = new Uri(browser.Page.Url).AbsolutePath;
        await app.WorkOffAsync("small");
        await browser.GoAsync(run);
        await browser.DecideAsync("Accept", words, words);
        await NoteAsync(".reason bdi");
        await NoteAsync("section:has(#decisions) bdi");
        await browser.GoAsync("/api/ui/workspaces/small");
        await NoteAsync("h1 bdi");
        await NoteAsync("section:has(#baseline) td bdi");
        return seen;

        async Task NoteAsync(string place)
        {
            seen.Elements.Add(
                await browser.Page.EvaluateAsync<string>(
                    "[...document.querySelectorAll('*')].map(e => e.tagName + [...e.attributes].map(a => a.name)).join(' ')"
                )
            );
            seen.Texts.Add(await browser.Page.Locator(place).First.InnerTextAsync());
        }
    }

    private sealed record Seen(
        List<string> Elements,
        List<string> Texts,
        List<string> Messages,
        List<string> Elsewhere
    );
}
