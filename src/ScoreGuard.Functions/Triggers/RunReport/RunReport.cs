using ScoreGuard.Functions.Access;
using ScoreGuard.Functions.Http;
using ScoreGuard.Reporting;

namespace ScoreGuard.Functions.Triggers;

/// <summary><c>GET /api/runs/ID/report</c> by <c>Accept</c>, or with a suffix: html, json, csv; and outcomes.csv, junit.xml, summary.md.</summary>
internal static class RunReport
{
    private static readonly Dictionary<string, (string Name, string Type)> Files = new(
        ReportFiles.All.Select(file => KeyValuePair.Create(file.Name, (file.Name, file.MediaType))),
        StringComparer.Ordinal
    )
    {
        // Beside its own name the CSV goes by that of the report whose form it is.
        ["report.csv"] = (ReportFiles.DriftCsvName, ReportFiles.CsvMediaType),
        [ReportFiles.DriftCsvName] = (ReportFiles.DriftCsvName, ReportFiles.CsvMediaType),
        [ReportFiles.OutcomesCsvName] = (ReportFiles.OutcomesCsvName, ReportFiles.CsvMediaType),
    };

    public static void Map(WebApplication app) =>
        app.MapGet("/api/runs/{id}/{file}", AnswerAsync)
            .WithName(nameof(RunReport))
            .WithSummary(
                "The report of a run: `report` by Accept, report.html, report.json, report.csv, outcomes.csv, junit.xml, summary.md."
            )
            .Produces(StatusCodes.Status200OK, contentType: "text/html")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Level.Read);

    private static async Task<IResult> AnswerAsync(
        string id,
        string file,
        HttpContext context,
        RunReading runs,
        CancellationToken cancellationToken
    )
    {
        var wanted = file == "report" ? "report." + Preferred(context.Request) : file;
        if (RunAddress.Parse(id) is not { } address)
        {
            return Problems.UnknownRun();
        }

        if (
            !Files.TryGetValue(wanted, out var known)
            || await runs.FindWorkspaceAsync(address.Workspace, cancellationToken) is not { } workspace
            || await workspace.Files.FindAsync(address.Run, known.Name, cancellationToken) is not { } content
        )
        {
            return Problems.NoReport();
        }

        context.Response.Headers.Vary = "Accept";
        if (known.Name == ReportFiles.Html.Name)
        {
            return new StoredPage(content);
        }

        // A CSV is opened by whatever is registered for it: let it be saved, never shown as part of this site.
        return Results.Stream(
            content,
            known.Type,
            known.Name.EndsWith(".csv", StringComparison.Ordinal) ? known.Name : null
        );
    }

    private static string Preferred(HttpRequest request)
    {
        var accepted = request
            .GetTypedHeaders()
            .Accept.OrderByDescending(type => type.Quality ?? 1)
            .Select(type => type.MediaType.Value)
            .FirstOrDefault(type => type is "text/html" or "application/json" or "text/csv");
        return accepted switch
        {
            "application/json" => "json",
            "text/csv" => "csv",
            _ => "html",
        };
    }
}
