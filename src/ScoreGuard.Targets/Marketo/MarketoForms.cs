using System.Text.Json;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Fills in forms, one lead a call.</summary>
internal sealed class MarketoForms(MarketoApi api, MarketoRecords records)
{
    public async Task<RecordResult> SubmitAsync(TargetSignal signal, CancellationToken cancellationToken)
    {
        if (MarketoNames.FindForm(signal.Name) is not var (form, program))
        {
            return RecordResult.Rejected("the workspace names no form");
        }

        var body = MarketoJson.Write(writer =>
        {
            writer.WriteNumber("formId", form);
            if (program is { } inside)
            {
                writer.WriteNumber("programId", inside);
            }

            writer.WriteStartArray("input");
            WriteForm(writer, signal);
            writer.WriteEndArray();
        });
        var post = new MarketoPost("submit a form", "rest/v1/leads/submitForm.json", body) { MayRepeat = false };
        var row = (await api.PostAsync(post, 1, cancellationToken))[0];
        if (!row.IsDone)
        {
            return row.Refusal;
        }

        if (row is { Status: "created", Id: { } stray } && stray != signal.Record)
        {
            await records.DropAsync(stray, cancellationToken);
            return RecordResult.Refused(
                "the form made a second lead, which was deleted: the form's workspace does not see the partition of the first"
            );
        }

        return row.Id == signal.Record
            ? RecordResult.Of(signal.Record)
            : RecordResult.Refused("the form was filled in for another lead with the same address");
    }

    private static void WriteForm(Utf8JsonWriter writer, TargetSignal signal)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("leadFormFields");
        writer.WriteString("email", signal.Address);
        foreach (var property in signal.Properties.Where(property => !IsOfVisit(property) && property.Name != "email"))
        {
            MarketoJson.WriteProperty(writer, property);
        }

        writer.WriteEndObject();
        var visit = signal.Properties.Where(property => IsOfVisit(property) && property.Value is not null).ToList();
        if (visit.Count > 0)
        {
            writer.WriteStartObject("visitorData");
            foreach (var property in visit)
            {
                writer.WriteString(
                    property.Name[MarketoNames.VisitPrefix.Length..],
                    MarketoJson.TextOf(property.Value)
                );
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static bool IsOfVisit(TargetProperty property) =>
        property.Name.StartsWith(MarketoNames.VisitPrefix, StringComparison.Ordinal);
}
