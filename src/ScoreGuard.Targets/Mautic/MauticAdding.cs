using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Mautic;

/// <summary>Adds contacts to segments and campaigns, and puts them into stages. Doing it twice is doing it once.</summary>
internal sealed class MauticAdding(MauticApi api, MauticNames names, OutcomeMapping outcome)
{
    public async Task<RecordResult> AddAsync(TargetSignal signal, MauticList list, CancellationToken cancellationToken)
    {
        var name = list == MauticList.Stages ? StageOf(signal) : signal.Name;
        var entry = await names.GetAsync(list, name, cancellationToken);
        var id = Uri.EscapeDataString(entry.Find("id").AsText() ?? "");
        var path = $"{list.Path}/{id}/contact/{MauticContacts.Number(signal.Record)}/add";
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
        var field = outcome.Stage?.Field ?? MauticOutcome.Stage;
        var value =
            signal.Properties.FirstOrDefault(property => property.Name == field).Value
            ?? (signal.Properties.Length == 1 ? signal.Properties[0].Value : null);
        var name = value is null ? signal.Name : MauticProperties.Text(value);
        return outcome.Stage?.ToTheirs(name) ?? name;
    }
}
