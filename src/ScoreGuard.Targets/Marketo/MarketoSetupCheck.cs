using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Says what a workspace names in another way than Marketo does, before anything is asked there.</summary>
internal sealed class MarketoSetupCheck(TargetDefinition definition, ICollection<Diagnostic> wrong)
{
    private static readonly string[] VisitFields = ["pageURL", "queryString", "leadClientIpAddress", "userAgentString"];

    public void Check()
    {
        var leads = definition.Leads;
        CheckFields("target.lead", [leads.AddressField, leads.RunField, .. leads.Fields.Select(field => field.Theirs)]);
        CheckFields("target.lead.set", leads.Constants.Select(constant => constant.Theirs));
        CheckFields("target.outcome", definition.Outcome.Properties());
        for (var at = 0; at < definition.Signals.Length; at++)
        {
            CheckSignal($"target.signals[{at}]", definition.Signals[at]);
        }
    }

    private void CheckFields(string path, IEnumerable<string> fields)
    {
        foreach (var field in fields.Where(field => field.Length > 0 && !MarketoNames.IsField(field)))
        {
            Wrong(path, $"{Quote.Code(field)} is no REST API name of a field; Admin, Field Management exports them.");
        }
    }

    private void CheckSignal(string path, SignalMapping signal)
    {
        var properties = signal.Fields.Select(field => field.Theirs).Concat(signal.Constants.Select(set => set.Theirs));
        var name = Quote.Code(signal.Name);
        switch (signal.Kind)
        {
            case SignalKind.Form when MarketoNames.FindForm(signal.Name) is null:
                Wrong(path, $"{name} is no form; write its id, `1029`, or with a programme, `1029/2045`.");
                break;
            case SignalKind.Form:
                CheckVisit(path, properties);
                break;
            case SignalKind.Event when MarketoNames.FindId(signal.Name) is null:
                Wrong(path, $"{name} is no type of a custom activity; write its id, `100001`.");
                break;
            case SignalKind.Event when !properties.Contains(MarketoNames.PrimaryAttribute):
                Wrong(
                    path,
                    $"A custom activity needs {Quote.Code(MarketoNames.PrimaryAttribute)} among `fields` or `set`."
                );
                break;
            case SignalKind.Member
                when MarketoNames.FindMember(signal.Name) is null && MarketoNames.FindList(signal.Name) is null:
                Wrong(path, $"{name} is no membership; write `2045/Attended` for a programme's status or `list/1001`.");
                break;
            case SignalKind.Request when MarketoNames.FindId(signal.Name) is null:
                Wrong(path, $"{name} is no campaign; write its id, `3712`.");
                break;
            default:
                break;
        }
    }

    private void CheckVisit(string path, IEnumerable<string> properties)
    {
        foreach (
            var property in properties.Where(p => p.StartsWith(MarketoNames.VisitPrefix, StringComparison.Ordinal))
        )
        {
            var field = property[MarketoNames.VisitPrefix.Length..];
            if (!VisitFields.Contains(field))
            {
                Wrong(path, $"A form's visit has no {Quote.Code(field)}{Spelling.Hint(field, VisitFields)}");
            }
        }
    }

    private void Wrong(string path, string message) =>
        wrong.Add(new(TargetCodes.Setup.Code, Severity.Error, Workspace.FileName, null, path, message));
}
