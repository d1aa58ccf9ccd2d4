using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Http;

/// <summary>How a scoring service is asked.</summary>
/// <param name="Path">Behind the connection's address; empty: nothing.</param>
/// <param name="Batch">Most leads in a request.</param>
/// <param name="Parallel">Most requests under way.</param>
/// <param name="Timeout">Of one request.</param>
/// <param name="PerSecond">Most requests a second.</param>
internal sealed record HttpOptions(
    string Path,
    int Batch,
    int Parallel,
    TimeSpan Timeout,
    int PerSecond,
    RequestTemplate Request,
    ResultPlaces Places
)
{
    private const int MostInABatch = 1_000;
    private const string Below = "https://service.invalid/below/";

    public static HttpOptions Read(TargetDefinition definition, ICollection<Diagnostic> wrong)
    {
        var options = new OptionReader(definition, wrong);
        var request = RequestTemplate.Read(options);
        var batch = options.Whole("batch", 1, MostInABatch, request.TakesMany ? 100 : 1);
        if (!request.TakesMany && batch != 1)
        {
            options.Wrong("batch", "A `request` without `{leads}` takes one lead; leave `batch` out.");
        }

        var read = new HttpOptions(
            ReadPath(options),
            batch,
            options.Whole("parallel", 1, 16, 4),
            TimeSpan.FromSeconds(options.Whole("timeout", 1, 100, 30)),
            options.Whole("perSecond", 1, 1_000, 10),
            request,
            ResultPlaces.Read(options, definition.Outcome, request)
        );
        options.Finish();
        return read;
    }

    private static string ReadPath(OptionReader options)
    {
        var path = options.Find("path")?.TrimStart('/') ?? "";
        if (
            Uri.TryCreate(Below + path, UriKind.Absolute, out var whole)
            && whole.AbsoluteUri.StartsWith(Below, StringComparison.Ordinal)
            && whole.Fragment.Length == 0
            && !path.Contains('\\', StringComparison.Ordinal)
            // What begins like an address was meant as one.
            && !path.Split('/', '?')[0].Contains(':', StringComparison.Ordinal)
        )
        {
            return path;
        }

        options.Wrong("path", $"{Quote.Code(path)} is no path below the connection's address.");
        return "";
    }
}
