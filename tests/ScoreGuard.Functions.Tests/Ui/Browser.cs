using Microsoft.Playwright;
using ScoreGuard.Integration.Tests.Reports;

namespace ScoreGuard.Functions.Tests.Ui;

/// <summary>Somebody at a browser that runs no script, with what it said on the console and asked of other addresses.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ServedApp _app;

    private Browser(IBrowserContext context, IPage page, ServedApp app)
    {
        (_context, Page, _app) = (context, page, app);
        page.Console += (_, message) => Messages.Add($"{page.Url}: {message.Text}");
        page.PageError += (_, error) => Messages.Add(error);
        context.Request += (_, request) => Note(request.Url);
    }

    public IPage Page { get; }

    public List<string> Messages { get; } = [];

    /// <summary>Addresses that are not the app's own.</summary>
    public List<string> Elsewhere { get; } = [];

    public static async Task<Browser> OpenAsync(
        Chromium chromium,
        ServedApp app,
        int width = 1280,
        ColorScheme scheme = ColorScheme.Light,
        string? state = null
    )
    {
        var context = await chromium.OpenAsync(
            new()
            {
                JavaScriptEnabled = false,
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = scheme,
                StorageState = state,
            }
        );
        context.SetDefaultTimeout(60_000);
        return new(context, await context.NewPageAsync(), app);
    }

    /// <summary>Its cookies, for another browser that is to be signed in already.</summary>
    public Task<string> StateAsync() => _context.StorageStateAsync();

    public Task<IResponse?> GoAsync(string path) => Page.GotoAsync(_app.At(path).AbsoluteUri);

    /// <summary>Gives the key to the sign-in page, and ends at the page that was asked for.</summary>
    public async Task SignInAsync(string key = ServedApp.OperateKey, string path = "/api/ui")
    {
        await GoAsync(path);
        await Page.GetByLabel("Key").FillAsync(key);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    public async Task OrderAsync(string reason)
    {
        if (await Page.Locator("details").CountAsync() > 0)
        {
            await Page.Locator("summary").First.ClickAsync();
        }

        await Page.GetByLabel("Why run it now?").FillAsync(reason);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Order a run" }).ClickAsync();
    }

    /// <param name="choice"><c>Accept</c> or <c>Reject</c>.</param>
    public async Task DecideAsync(string choice, string by, string reason)
    {
        await Page.GetByRole(AriaRole.Radio, new() { Name = choice }).CheckAsync();
        await Page.GetByLabel("Who decides?").FillAsync(by);
        await Page.GetByLabel("Why?", new() { Exact = true }).FillAsync(reason);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Record the decision" }).ClickAsync();
    }

    /// <summary>The verdict, once there is one: a page of a run under way refreshes itself.</summary>
    public async Task<string> VerdictAsync()
    {
        var badge = Page.Locator(".badge");
        await badge.WaitForAsync();
        return (await badge.InnerTextAsync()).Trim();
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Note(string url)
    {
        if (
            !url.StartsWith(_app.Address.AbsoluteUri, StringComparison.Ordinal)
            && !url.StartsWith("data:", StringComparison.Ordinal)
        )
        {
            Elsewhere.Add(url);
        }
    }
}
