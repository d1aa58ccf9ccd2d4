using Microsoft.Playwright;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Integration.Tests.Reports;

/// <summary>A report in the browser, with what it asked of the network and said on the console.</summary>
internal sealed class RenderedPage : IAsyncDisposable
{
    private static readonly Dictionary<string, RunReport> Reports = new(StringComparer.Ordinal)
    {
        ["passed"] = SomeReport.Passed(),
        ["drift"] = SomeReport.Drift(),
        ["no-baseline"] = SomeReport.NoBaseline(),
        ["broken"] = SomeReport.Broken(),
        ["hostile"] = HostileReport.Drift(),
    };

    private readonly IBrowserContext context;
    private readonly string file;

    private RenderedPage(IBrowserContext context, IPage page, string file)
    {
        (this.context, Page, this.file) = (context, page, file);
        page.Console += (_, message) => Messages.Add(message.Text);
        page.PageError += (_, error) => Messages.Add(error);
        context.Request += (_, request) => Requests.Add(request.Url);
    }

    public static IEnumerable<string> Names => Reports.Keys;

    public IPage Page { get; }

    public List<string> Messages { get; } = [];

    /// <summary>All but the page itself and what is inside it.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<RenderedPage> OpenAsync(
        Chromium chromium,
        string report,
        int width,
        ColorScheme scheme = ColorScheme.Light,
        Media media = Media.Screen
    )
    {
        var path = Path.Combine(Path.GetTempPath(), $"scoreguard-{Path.GetRandomFileName()}.html");
        await using (var stream = File.Create(path))
            ReportFiles.Html.Write(Reports[report], stream);

        var window = await chromium.OpenAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = scheme,
            }
        );
        var page = await window.NewPageAsync();
        await page.EmulateMediaAsync(new() { Media = media, ColorScheme = scheme });
        var rendered = new RenderedPage(window, page, path);
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        rendered.Requests.RemoveAll(url =>
            url == new Uri(path).AbsoluteUri || url.StartsWith("data:", StringComparison.Ordinal)
        );
        return rendered;
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        File.Delete(file);
    }
}
