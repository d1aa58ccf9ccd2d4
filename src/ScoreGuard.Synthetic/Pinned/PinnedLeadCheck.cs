using System.Text.Json;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Pinned;

/// <summary>Reports what is wrong with one pinned lead after another.</summary>
internal sealed class PinnedLeadCheck(Instant asOf, DiagnosticBag diagnostics)
{
    private const int MostActivities = 100_000;

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public void Lead(JsonElement lead, int line)
    {
        if (lead.ValueKind != JsonValueKind.Object)
        {
            Refuse(line, "A lead is a JSON object: `{\"id\":…}`.");
            return;
        }

        Id(lead, line);
        var createdAt = InstantOf(lead, "createdAt", line);
        if (createdAt > asOf)
        {
            Error(LeadPlanCodes.PinnedTime, line, $"The lead is created at {createdAt}, after `asOf`, {asOf}.");
        }

        MustBe(lead, "attributes", JsonValueKind.Object, line);
        if (MustBe(lead, "activities", JsonValueKind.Array, line) is { } activities)
        {
            if (activities.GetArrayLength() > MostActivities)
            {
                Refuse(line, $"The lead has more than {MostActivities} activities.");
            }

            foreach (var activity in activities.EnumerateArray().Take(MostActivities))
            {
                Activity(activity, createdAt, line);
            }
        }

        if (ReservedDomains.HasForeignAddress(lead.GetRawText()))
        {
            diagnostics.Warn(
                LeadPlanCodes.ForeignAddress,
                new(line, 1),
                DocumentPath.Root,
                "The lead has an e-mail address that may belong to somebody; a live platform could write to it. Reserved are example.com, .net, .org, and what ends in .example, .test or .invalid."
            );
        }
    }

    public void Refuse(int line, string message) => Error(LeadPlanCodes.PinnedLine, line, message);

    private void Id(JsonElement lead, int line)
    {
        if (TextOf(lead, "id", line) is not { } id)
        {
            return;
        }

        if (id is ['L', _, ..] && !id.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
        {
            Error(
                LeadPlanCodes.PinnedId,
                line,
                $"The id {Quote.Code(id)} looks like a generated lead's; call it for what it shows, as `pinned-{id}`."
            );
        }
        else if (!ids.Add(id))
        {
            Error(LeadPlanCodes.PinnedId, line, $"Another pinned lead has the id {Quote.Code(id)}.");
        }
    }

    private void Activity(JsonElement activity, Instant? createdAt, int line)
    {
        if (activity.ValueKind != JsonValueKind.Object)
        {
            Refuse(line, "An activity is a JSON object: `{\"type\":…,\"at\":…}`.");
            return;
        }

        if (TextOf(activity, "type", line) is { } type and ("any" or "idle" or "midnight"))
        {
            Refuse(line, $"No activity can have the type {Quote.Code(type)}, for it means something else in a model.");
        }

        var at = InstantOf(activity, "at", line);
        if (at < createdAt || at > asOf)
        {
            Error(
                LeadPlanCodes.PinnedTime,
                line,
                $"The activity at {at} lies outside the time from `createdAt`, {createdAt}, to `asOf`, {asOf}."
            );
        }

        MustBe(activity, "properties", JsonValueKind.Object, line);
    }

    private string? TextOf(JsonElement element, string key, int line)
    {
        if (
            element.TryGetProperty(key, out var value)
            && value.ValueKind == JsonValueKind.String
            && !string.IsNullOrWhiteSpace(value.GetString())
        )
        {
            return value.GetString();
        }

        Refuse(line, $"Expected a text that is not blank under {Quote.Code(key)}.");
        return null;
    }

    private Instant? InstantOf(JsonElement element, string key, int line)
    {
        if (
            element.TryGetProperty(key, out var value)
            && value.ValueKind == JsonValueKind.String
            && InstantText.TryParse(value.GetString(), out var instant)
        )
        {
            return instant;
        }

        Refuse(line, $"Expected an instant such as `2026-03-09T10:00:00Z` under {Quote.Code(key)}.");
        return null;
    }

    private JsonElement? MustBe(JsonElement element, string key, JsonValueKind kind, int line)
    {
        if (!element.TryGetProperty(key, out var value))
        {
            return null;
        }

        if (value.ValueKind == kind)
        {
            return value;
        }

        Refuse(line, $"Expected {(kind == JsonValueKind.Array ? "a list" : "an object")} under {Quote.Code(key)}.");
        return null;
    }

    private void Error(DiagnosticCode code, int line, string message) =>
        diagnostics.Error(code, new(line, 1), DocumentPath.Root, message);
}
