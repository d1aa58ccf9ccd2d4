using System.Net;
using System.Text.Json;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Mautic;

/// <summary>What contacts do as visitors: forms, pages, assets.</summary>
internal sealed class MauticVisits(MauticNames names, MauticVisitors visitors, LeadMapping leads)
{
    /// <summary>The property of a visit that holds the page's address.</summary>
    public const string PageUrl = "page_url";

    /// <summary>Whether a page is one of any site, and not an alias of one of Mautic's own.</summary>
    public static bool IsAddress(string page) =>
        Uri.TryCreate(page, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https");

    public async Task<RecordResult> SubmitAsync(TargetSignal signal, CancellationToken cancellationToken)
    {
        var form = await names.GetAsync(MauticList.Forms, signal.Name, cancellationToken);
        var id = form.Find("id").AsText() ?? "";
        var fields = new List<KeyValuePair<string, string>>
        {
            new("mauticform[formId]", id),
            new("mauticform[return]", ""),
        };
        fields.AddRange(
            signal.Properties.Select(property => new KeyValuePair<string, string>(
                $"mauticform[{property.Name}]",
                MauticProperties.Text(property.Value)
            ))
        );
        if (AddressFieldOf(form) is { } address && signal.Properties.All(property => property.Name != address))
        {
            fields.Add(new($"mauticform[{address}]", signal.Address));
        }

        return await visitors.ActAsync(
            signal,
            new(
                HttpMethod.Post,
                "submit a form",
                $"form/submit?formId={Uri.EscapeDataString(id)}&ajax=1",
                () => new FormUrlEncodedContent(fields)
            ),
            answer => Read(answer, signal, "The form was refused"),
            cancellationToken
        );
    }

    public async Task<RecordResult> VisitAsync(TargetSignal signal, CancellationToken cancellationToken)
    {
        var given = signal.Properties.FirstOrDefault(property => property.Name == PageUrl).Value;
        var page = given is null ? signal.Name : MauticProperties.Text(given);
        if (IsAddress(page))
        {
            List<KeyValuePair<string, string>> fields =
            [
                new(PageUrl, page),
                new(leads.AddressField, signal.Address),
                .. signal
                    .Properties.Where(property => property.Name != PageUrl)
                    .Select(property => new KeyValuePair<string, string>(
                        property.Name,
                        MauticProperties.Text(property.Value)
                    )),
            ];
            return await visitors.ActAsync(
                signal,
                new(HttpMethod.Post, "track a visit", "mtc/event", () => new FormUrlEncodedContent(fields)),
                answer => Read(answer, signal, "The visit was not tracked"),
                cancellationToken
            );
        }

        return await LookAtAsync(
            signal,
            new(HttpMethod.Get, "visit a landing page", Escaped(page)),
            _ => false,
            cancellationToken
        );
    }

    public Task<RecordResult> DownloadAsync(TargetSignal signal, CancellationToken cancellationToken) =>
        LookAtAsync(
            signal,
            new(HttpMethod.Get, "download an asset", $"asset/{Escaped(signal.Name)}"),
            // A remote asset is tracked and then pointed to; one that is not public points to the log-in.
            answer =>
                answer.Status == HttpStatusCode.Found
                && answer.Find("Location")?.EndsWith("/login", StringComparison.Ordinal) == false,
            cancellationToken
        );

    private Task<RecordResult> LookAtAsync(
        TargetSignal signal,
        PlatformCall call,
        Func<PlatformAnswer, bool> isDoneToo,
        CancellationToken cancellationToken
    ) =>
        visitors.ActAsync(
            signal,
            call,
            answer =>
                answer.IsSuccess || isDoneToo(answer)
                    ? RecordResult.Of(signal.Record)
                    : RecordResult.Refused($"Mautic refused to {call.What}: HTTP {(int)answer.Status}"),
            cancellationToken
        );

    /// <summary>The form's field for the address: the one that is mapped to the contact's, else one made for addresses.</summary>
    private string? AddressFieldOf(JsonElement form)
    {
        var fields = form.Find("fields").Items().Select(field => field.Item).ToList();
        var found = fields.FirstOrDefault(field =>
            (field.Find("mappedField").AsText() ?? field.Find("leadField").AsText()) == leads.AddressField
        );
        return (
            found.ValueKind != JsonValueKind.Undefined
                ? found
                : fields.FirstOrDefault(field =>
                    field.Find("type").AsText() == "email" || field.Find("alias").AsText() == leads.AddressField
                )
        )
            .Find("alias")
            .AsText();
    }

    private static RecordResult Read(PlatformAnswer answer, TargetSignal signal, string refused)
    {
        if (answer.IsSuccess && answer.Json.Find("success").IsTruthy())
        {
            return answer.Json.Find("id").AsText() is { } other && other != signal.Record
                ? RecordResult.Refused($"{refused}: Mautic took it for contact {other}")
                : RecordResult.Of(signal.Record);
        }

        var fields = string.Join(", ", answer.Json.Find("validationErrors").Items().Select(error => error.Key));
        if (fields.Length > 0)
        {
            return RecordResult.Rejected(
                $"{refused}: fields {fields}. `fields` or `set` of the signal give what a form asks for, by the form field's alias"
            );
        }

        var words = answer.Json.Find("errorMessage").AsText() is { Length: > 0 } message
            ? MauticHabits.Plain(message)
            : $"HTTP {(int)answer.Status}, and no word of success; it may be unpublished, or Mautic takes us for a user";
        return RecordResult.Refused($"{refused}: {words}");
    }

    private static string Escaped(string path) =>
        string.Join('/', path.Trim('/').Split('/').Select(Uri.EscapeDataString))
            .Replace("%3A", ":", StringComparison.Ordinal);
}
