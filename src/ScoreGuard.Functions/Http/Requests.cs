using System.Text.Json.Serialization;

namespace ScoreGuard.Functions.Http;

/// <summary>The body of <c>POST /api/runs</c>.</summary>
/// <param name="Workspace">Its name.</param>
/// <param name="Reason">Why; the report shows it. At most 1,000 characters.</param>
/// <param name="Candidate">The text of a model to preview instead of running the workspace's own.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record OrderRequest(string Workspace, string? Reason, string? Candidate);

/// <summary>The body of <c>POST /api/runs/ID/decisions</c>.</summary>
/// <param name="Decision"><c>accept</c> or <c>reject</c>.</param>
/// <param name="Reason">Why; it is kept with the baseline.</param>
/// <param name="By">Who; not taken from somebody whom the platform signed in.</param>
/// <param name="Causes">Only these causes, at least one.</param>
/// <param name="Leads">Only these leads, at least one. Not with <paramref name="Causes"/>; neither of them: the whole run.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DecideRequest(
    string Decision,
    string Reason,
    string? By,
    IReadOnlyList<string>? Causes,
    IReadOnlyList<string>? Leads
);
