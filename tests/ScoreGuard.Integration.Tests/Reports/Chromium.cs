using Microsoft.Playwright;

namespace ScoreGuard.Integration.Tests.Reports;

/// <summary>The machine's Chromium, one for all tests of pages; <c>SCOREGUARD_CHROMIUM</c> names another than Debian's.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("SCOREGUARD_CHROMIUM") ?? "/usr/bin/chromium",
                // In a container the sandbox cannot start; the pages are our own.
                Args = ["--no-sandbox"],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    public Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options) => browser!.NewContextAsync(options);
}
