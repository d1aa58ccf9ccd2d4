using Microsoft.Playwright;
using ScoreGuard.Integration.Tests.Reports;

namespace ScoreGuard.Functions.Tests.Ui;

/// <summary>An app with a page of every kind, started once for all tests that look at pages.</summary>
public sealed class EveryPage : IAsyncLifetime
{
    private readonly Chromium _chromium = new();
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal)
    {
        ["start"] = "/api/ui",
        ["workspace"] = "/api/ui/workspaces/small",
        ["broken workspace"] = "/api/ui/workspaces/broken",
        ["unknown page"] = "/api/ui/nope",
        ["unknown run"] = "/api/ui/runs/nope",
        ["sign-in"] = "/api/ui/sign-in",
    };

    private ServedApp? _app;
    private string? _signedIn;

    public static string[] Names { get; } =
    [
        "start",
        "workspace",
        "broken workspace",
        "first run",
        "passed run",
        "drift",
        "broken run",
        "preview",
        "under way",
        "refused decision",
        "unknown page",
        "unknown run",
        "sign-in",
    ];

    internal ServedApp App => _app!;

    public async ValueTask InitializeAsync()
    {
        await _chromium.InitializeAsync();
        _app = await ServedApp.WaitingAsync(folder =>
        {
            folder.Add("small", "Small");
            folder.Add("broken", "Broken");
            folder.Add("later", "Later");
        });
        await RunAsync("first run", "small");
        await using var browser = await Browser.OpenAsync(_chromium, App);
        await browser.SignInAsync(path: _paths["first run"]);
        await browser.DecideAsync("Accept", "Ann", "Reviewed with Sales");
        await RunAsync("passed run", "small");
        App.Folder.Edit("small", "points: 20", "points: 30");
        App.Folder.Edit("small", ">= 60", ">= 40");
        await RunAsync("drift", "small");
        await RunAsync("preview", "small", File.ReadAllBytes(Path.Combine(App.Folder.Root, "small", "model.yaml")));
        App.Folder.Write("broken", "model.yaml", "scoreguard: 1\nname: [\n");
        App.Folder.Write("broken", "scoreguard.yaml", "scoreguard: 1\nname: Broken\nnonsense: 1\n");
        await RunAsync("broken run", "broken");
        await browser.GoAsync("/api/ui/workspaces/later");
        await browser.OrderAsync("Waits");
        _paths["under way"] = new Uri(browser.Page.Url).AbsolutePath;
        _signedIn = await browser.StateAsync();
    }

    /// <summary>A page as somebody sees it who may everything.</summary>
    internal async Task<Browser> OpenAsync(string name, ColorScheme scheme)
    {
        var browser = await Browser.OpenAsync(
            _chromium,
            App,
            scheme: scheme,
            state: name == "sign-in" ? null : _signedIn
        );
        if (name == "refused decision")
        {
            await browser.GoAsync(_paths["drift"]);
            await browser.Page.GetByLabel("Only the causes that are ticked below").CheckAsync();
            await browser.DecideAsync("Accept", "Ann", "Nothing was ticked");
        }
        else
        {
            await browser.GoAsync(_paths[name]);
        }

        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private async Task RunAsync(string name, string workspace, byte[]? candidate = null) =>
        _paths[name] = "/api/ui/runs/" + await App.RunAsync(workspace, name, candidate);
}
