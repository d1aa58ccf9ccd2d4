using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Mautic;

/// <summary>What contacts can be made to do.</summary>
internal sealed class MauticSignals(
    MauticApi api,
    MauticVisitors visitors,
    MauticContacts contacts,
    TargetDefinition definition
)
{
    /// <summary>The property of a visit that holds the page's address.</summary>
    public const string PageUrl = "page_url";

    private readonly MauticNames _names = new(api);

    public static ImmutableArray<SignalSupport> Supported { get; } =
    [
        new(
            SignalKind.Update,
            false,
            "PATCH api/contacts/batch/edit; fires no point action, but segments and campaigns"
        ),
        new(SignalKind.Form, false, "an anonymous post to form/submit, by id, name or alias of a published form"),
        new(
            SignalKind.Visit,
            false,
            "an anonymous call of mtc/event with the page's address, or of a landing page by its alias"
        ),
        new(SignalKind.Event, false, "an anonymous download of an asset, named as in its address: `12:whitepaper`"),
        new(SignalKind.Member, false, "api/segments/{id}/contact/{contact}/add, by id, name or alias of the segment"),
        new(SignalKind.Request, false, "api/campaigns/{id}/contact/{contact}/add, by id or name of the campaign"),
        new(SignalKind.Stage, false, "api/stages/{id}/contact/{contact}/add, which ignores the stages' weights"),
    ];

    public async Task<ImmutableArray<RecordResult>> SendAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    )
    {
        if (signals.All(signal => signal.Kind == SignalKind.Update))
        {
            return await contacts.UpdateAsync(signals, cancellationToken);
        }

        var results = ImmutableArray.CreateBuilder<RecordResult>(signals.Length);
        foreach (var signal in signals)
        {
            results.Add(await SendAsync(signal, cancellationToken));
        }

        return results.MoveToImmutable();
    }

    /// <summary>Whether a page is one of any site, and not an alias of one of Mautic's own.</summary>
    public static bool IsAddress(string page) =>
        Uri.TryCreate(page, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https");

    private Task<RecordResult> SendAsync(TargetSignal signal, CancellationToken cancellationToken) =>
        signal.Kind switch
        {
            SignalKind.Form => SubmitAsync(signal, cancellationToken),
            SignalKind.Visit => VisitAsync(signal, cancellationToken),
            SignalKind.Event => DownloadAsync(signal, cancellationToken),
            SignalKind.Member => AddAsync(signal, MauticList.Segments, signal.Name, cancellationToken),
            SignalKind.Request => AddAsync(signal, MauticList.Campaigns, signal.Name, cancellationToken),
            SignalKind.Stage => AddAsync(signal, MauticList.Stages, StageOf(signal), cancellationToken),
            _ => throw new TargetFault(
                TargetFaultKind.Setup,
                $"Mautic takes no signal {signal.Kind}, or not together with others."
            ),
        };

    private async Task<RecordResult> SubmitAsync(TargetSignal signal, CancellationToken cancellationToken)
    {
        var form = await _names.GetAsync(MauticList.Forms, signal.Name, cancellationToken);
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

    private async Task<RecordResult> VisitAsync(TargetSignal signal, CancellationToken cancellationToken)
    {
        var given = signal.Properties.FirstOrDefault(property => property.Name == PageUrl).Value;
        var page = given is null ? signal.Name : MauticProperties.Text(given);
        if (IsAddress(page))
        {
            List<KeyValuePair<string, string>> fields =
            [
                new(PageUrl, page),
                new(definition.Leads.AddressField, signal.Address),
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

        return await LookAtAsync(signal, "visit a landing page", Escaped(page), cancellationToken);
    }

    private Task<RecordResult> DownloadAsync(TargetSignal signal, CancellationToken cancellationToken) =>
        LookAtAsync(signal, "download an asset", $"asset/{Escaped(signal.Name)}", cancellationToken);

    private Task<RecordResult> LookAtAsync(
        TargetSignal signal,
        string what,
        string path,
        CancellationToken cancellationToken
    ) =>
        visitors.ActAsync(
            signal,
            new(HttpMethod.Get, what, path),
            // A remote asset is tracked and then pointed to; any other way on is one that scores nothing.
            answer =>
                answer.IsSuccess || answer.Status == HttpStatusCode.Found
                    ? RecordResult.Of(signal.Record)
                    : RecordResult.Refused($"Mautic refused to {what}: HTTP {(int)answer.Status}"),
            cancellationToken
        );

    private async Task<RecordResult> AddAsync(
        TargetSignal signal,
        MauticList list,
        string name,
        CancellationToken cancellationToken
    )
    {
        var entry = await _names.GetAsync(list, name, cancellationToken);
        var path = $"{list.Path}/{entry.Find("id").AsText()}/contact/{MauticContacts.Number(signal.Record)}/add";
        var answer = await api.AskAsync(
            new(HttpMethod.Post, $"add a contact to a {list.One}", path),
            cancellationToken
        );
        return answer.IsSuccess && answer.Json.Find("success").IsTruthy()
            ? RecordResult.Of(signal.Record)
            : RecordResult.Refused(api.Refusal(answer));
    }

    private string StageOf(TargetSignal signal)
    {
        var field = definition.Outcome.Stage?.Field ?? MauticOutcome.Stage;
        var value =
            signal.Properties.FirstOrDefault(property => property.Name == field).Value
            ?? (signal.Properties.Length == 1 ? signal.Properties[0].Value : null);
        var name = value is null ? signal.Name : MauticProperties.Text(value);
        return definition.Outcome.Stage?.ToTheirs(name) ?? name;
    }

    private static string? AddressFieldOf(JsonElement form) =>
        form.Find("fields")
            .Items()
            .Select(field => field.Item)
            .FirstOrDefault(field =>
                (field.Find("mappedField").AsText() ?? field.Find("leadField").AsText()) == "email"
            )
            .Find("alias")
            .AsText();

    private static RecordResult Read(PlatformAnswer answer, TargetSignal signal, string refused)
    {
        if (answer.IsSuccess && answer.Json.Find("success").IsTruthy())
        {
            return answer.Json.Find("id").AsText() is { } other && other != signal.Record
                ? RecordResult.Refused($"{refused}: Mautic took it for contact {other}")
                : RecordResult.Of(signal.Record);
        }

        var fields = string.Join(", ", answer.Json.Find("validationErrors").Items().Select(error => error.Key));
        var words =
            fields.Length > 0 ? $"fields {fields}"
            : answer.Json.Find("errorMessage").AsText() is { Length: > 0 } message ? MauticHabits.Plain(message)
            : $"HTTP {(int)answer.Status}, and no word of success; it may be unpublished, or Mautic takes us for a user";
        return RecordResult.Refused($"{refused}: {words}");
    }

    private static string Escaped(string path) =>
        string.Join('/', path.Trim('/').Split('/').Select(Uri.EscapeDataString))
            .Replace("%3A", ":", StringComparison.Ordinal);
}
