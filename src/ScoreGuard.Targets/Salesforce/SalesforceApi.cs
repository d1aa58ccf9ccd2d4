using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>Calls of the REST API, below one version.</summary>
internal sealed partial class SalesforceApi(PlatformHttp http, SalesforceOptions options)
{
    /// <summary>More pages than this are no list of synthetic leads.</summary>
    private const int MostPages = 500;

    private readonly string _root = $"services/data/v{options.Version}/";

    private (string, string)[] Headers { get; } =
    [
        ("Sforce-Auto-Assign", options.TestsRouting ? "TRUE" : "FALSE"),
        ("Sforce-Duplicate-Rule-Header", "allowSave=true"),
    ];

    public Task<PlatformAnswer> WriteAsync(SalesforceWrite write, string body, CancellationToken cancellationToken) =>
        http.SendAsync(
            new(
                write.Method,
                write.What,
                _root + write.Path,
                body.Length == 0
                    ? null
                    : () =>
                        new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "UTF-8"))
            )
            {
                Headers = Headers,
                MayRepeat = write.MayRepeat,
            },
            cancellationToken
        );

    /// <summary>All records that a query finds, page by page.</summary>
    /// <param name="soql">Made of checked names and quoted texts only.</param>
    /// <param name="type">The kind of record that not every org has; then there are none. Null: it has to be there.</param>
    public async Task<List<JsonElement>> QueryAsync(
        string what,
        string soql,
        string? type,
        CancellationToken cancellationToken
    )
    {
        var records = new List<JsonElement>();
        var path = $"{_root}query?q={Uri.EscapeDataString(soql)}";
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await http.SendAsync(new(HttpMethod.Get, what, path), cancellationToken);
            if (!answer.IsSuccess)
            {
                return type is not null
                    ? records
                    : throw new TargetFault(
                        TargetFaultKind.Setup,
                        $"Salesforce refused to {what}: {SalesforceError.Find(answer.Json)?.Words}."
                    );
            }

            if (SalesforceJson.Find(answer.Json, "records") is not { ValueKind: JsonValueKind.Array } found)
            {
                throw Unintelligible(what);
            }

            records.AddRange(found.EnumerateArray());
            var done = SalesforceJson.Find(answer.Json, "done")?.ValueKind;
            var next = SalesforceJson.Text(answer.Json, "nextRecordsUrl");
            if (done == JsonValueKind.True || (done is null && next is null))
            {
                return records;
            }

            path = Next(next ?? "", what);
        }

        throw Unintelligible(what);
    }

    /// <summary>Only a path of queries, on the same host whatever it says.</summary>
    private static string Next(string url, string what) =>
        QueryPath().IsMatch(url) ? url.TrimStart('/') : throw Unintelligible(what);

    private static TargetFault Unintelligible(string what) =>
        new(TargetFaultKind.Unintelligible, $"Salesforce answered without records, or without end, to {what}.");

    [GeneratedRegex(
        @"^/services/data/v[0-9]{1,3}\.0/query/[A-Za-z0-9-]{1,100}\z",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex QueryPath();
}
