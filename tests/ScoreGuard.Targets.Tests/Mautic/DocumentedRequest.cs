namespace ScoreGuard.Targets.Tests.Mautic;

/// <summary>One request of Mautic as its public documentation has it, written down apart from the adapter and the fake.</summary>
/// <param name="Path">A regular expression for all of it.</param>
/// <param name="Query">Names that may be in it, separated by blanks; a star at the end takes what follows.</param>
/// <param name="Body">none, rows (a JSON array of objects), or form.</param>
/// <param name="HasCredentials">An API's request has, a visitor's must not.</param>
internal sealed record DocumentedRequest(
    string Method,
    string Path,
    string Query,
    string Body,
    bool HasCredentials = true
)
{
    private const string Paging = "start limit orderBy orderByDir search where[*";

    /// <remarks>
    /// The API: mautic/developer-documentation-new, docs/rest_api (contacts, segments, campaigns, stages, point_actions,
    /// point_triggers, point_groups, forms, authentication). Visitors: the routes of mautic/mautic 5, for no page documents them.
    /// </remarks>
    public static IReadOnlyList<DocumentedRequest> All { get; } =
    [
        new("POST", "/oauth/v2/token", "", "form", HasCredentials: false),
        new("GET", "/api/contacts", Paging, "none"),
        new("GET", "/api/contacts/[0-9]+", "", "none"),
        new("GET", "/api/contacts/[0-9]+/activity", "filters[* order[* page limit", "none"),
        new("GET", "/api/contacts/[0-9]+/points/groups", "", "none"),
        new("POST", "/api/contacts/batch/new", "", "rows"),
        new("PATCH", "/api/contacts/batch/edit", "", "rows"),
        new("DELETE", "/api/contacts/batch/delete", "ids", "none"),
        new("GET", "/api/(points|points/triggers|points/groups|stages|campaigns|segments|forms)", Paging, "none"),
        new("POST", "/api/(stages|campaigns|segments)/[0-9]+/contact/[0-9]+/add", "", "none"),
        new("GET", "/dwc/[a-z0-9-]+", "email", "none", HasCredentials: false),
        new("POST", "/mtc/event", "", "form", HasCredentials: false),
        new("POST", "/form/submit", "formId ajax", "form", HasCredentials: false),
        new("GET", "/asset/[0-9]+:[a-z0-9-]+", "", "none", HasCredentials: false),
    ];

    public static IReadOnlyList<string> Names(string query) =>
        [
            .. query
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(part => part.Split('=')[0])
                .Distinct(StringComparer.Ordinal),
        ];

    public bool Allows(string name) =>
        Query
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Any(allowed =>
                allowed.EndsWith('*') ? name.StartsWith(allowed[..^1], StringComparison.Ordinal) : name == allowed
            );
}
