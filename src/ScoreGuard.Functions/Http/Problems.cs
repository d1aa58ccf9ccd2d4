using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Functions.Http;

/// <summary>Errors as RFC 9457 has them: what is wrong, and what would be right.</summary>
internal static class Problems
{
    public static IResult NotSignedIn() =>
        Of(
            StatusCodes.Status401Unauthorized,
            "Not signed in",
            "Send a key in the header `x-functions-key`, or sign in on /api/ui."
        );

    public static IResult NotAllowed() =>
        Of(
            StatusCodes.Status403Forbidden,
            "Not allowed",
            "This needs the key that may operate, not the one that may read."
        );

    public static IResult UnknownWorkspace() =>
        Of(
            StatusCodes.Status404NotFound,
            "No such workspace",
            "GET /api/health says whether workspaces can be read at all."
        );

    public static IResult UnknownRun() => Of(StatusCodes.Status404NotFound, "No such run", "GET /api/runs lists them.");

    public static IResult NoReport() =>
        Of(
            StatusCodes.Status404NotFound,
            "No such report",
            "A run has report.html, report.json, report.csv, junit.xml and summary.md once it has ended."
        );

    public static IResult BadRequest(string detail) =>
        Of(StatusCodes.Status400BadRequest, "The request cannot be read", detail);

    public static IResult NotJson() =>
        Of(
            StatusCodes.Status415UnsupportedMediaType,
            "Not JSON",
            "Send the body with the header `content-type: application/json`."
        );

    /// <summary>For a status that nobody gave a body to.</summary>
    public static IResult Of(int status) =>
        status switch
        {
            StatusCodes.Status404NotFound => Of(
                status,
                "No such address",
                "GET /api/openapi.json describes every address that there is."
            ),
            StatusCodes.Status405MethodNotAllowed => Of(
                status,
                "Not by this method",
                "The header `allow` names the methods of this address."
            ),
            _ => Results.Problem(statusCode: status),
        };

    public static IResult Full(int waiting) =>
        Of(
            StatusCodes.Status429TooManyRequests,
            "Too many runs wait",
            $"{waiting} runs of this workspace wait for their turn; order again when some have ended."
        );

    public static IResult Refused(ImmutableArray<Diagnostic> diagnostics) =>
        Results.Problem(
            statusCode: StatusCodes.Status409Conflict,
            title: "Refused",
            detail: diagnostics.IsEmpty ? "Nothing was changed." : diagnostics[0].Message,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["diagnostics"] = DiagnosticView.Of(diagnostics),
            }
        );

    public static IResult Unavailable() =>
        Of(
            StatusCodes.Status503ServiceUnavailable,
            "The store cannot be reached",
            "Nothing was lost; try again in a minute. GET /api/health says what does not answer."
        );

    private static IResult Of(int status, string title, string detail) =>
        Results.Problem(statusCode: status, title: title, detail: detail);
}
