using System.Text.RegularExpressions;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>What a workspace says about Salesforce only.</summary>
/// <param name="Version">Of the REST API: <c>60.0</c>.</param>
/// <param name="Key">The external-id field of leads that holds run and case.</param>
/// <param name="TaskKey">The text field of tasks that tells ours from others.</param>
/// <param name="Owner">Whom records belong to from the start, a user or a queue; null: who creates them.</param>
/// <param name="TestsRouting">Assignment rules run, and a new owner is no breach.</param>
/// <param name="Reserve">Of the org's daily calls, in percent, that are left to others.</param>
internal sealed partial record SalesforceOptions(
    string Version,
    string Key,
    string TaskKey,
    string? Owner,
    bool TestsRouting,
    int Reserve
)
{
    public static SalesforceOptions Read(TargetDefinition definition, ICollection<Diagnostic> wrong)
    {
        var options = new OptionReader(definition, wrong);
        var read = new SalesforceOptions(
            options.Find("version") ?? "60.0",
            ReadField(options, "key", "ScoreGuardKey__c"),
            ReadField(options, "taskKey", "CallObject"),
            options.Find("owner"),
            options.Find("routing") == "test",
            options.Whole("reserve", 0, 90, 10)
        );
        if (!Number().IsMatch(read.Version))
        {
            options.Wrong("version", $"{Quote.Code(read.Version)} is no version of the API; write it as `60.0`.");
        }

        if (read.Owner is { } owner && !SalesforceIds.IsId(owner, "005") && !SalesforceIds.IsId(owner, "00G"))
        {
            options.Wrong("owner", $"{Quote.Code(owner)} is no id of a user (005…) or queue (00G…).");
        }

        if (options.Find("routing") is not (null or "test" or "off"))
        {
            options.Wrong("routing", "Expected `off` or `test`.");
        }

        options.Finish();
        CheckNames(definition, wrong);
        CheckSignals(definition, wrong);
        if (definition.Discipline.CleanUp == CleanUp.Erase)
        {
            wrong.Add(
                OptionReader.Of(
                    "target.cleanUp",
                    "Salesforce deletes for ever only by its Bulk API, which is not used here; say `archive`: records go to the recycle bin."
                )
            );
        }

        return read;
    }

    private static string ReadField(OptionReader options, string name, string otherwise)
    {
        var field = options.Find(name) ?? otherwise;
        if (SalesforceIds.IsField(field))
        {
            return field;
        }

        options.Wrong(name, $"{Quote.Code(field)} is no API name of a field.");
        return otherwise;
    }

    private static void CheckNames(TargetDefinition definition, ICollection<Diagnostic> wrong)
    {
        var leads = definition.Leads;
        var written = leads
            .Fields.Select(field => field.Theirs)
            .Concat(leads.Constants.Select(constant => constant.Theirs))
            .Concat([leads.AddressField, leads.RunField]);
        var signalled = definition.Signals.SelectMany(signal =>
            signal.Fields.Select(field => field.Theirs).Concat(signal.Constants.Select(constant => constant.Theirs))
        );
        Check("target.lead", written, SalesforceIds.IsField);
        Check("target.signals", signalled, SalesforceIds.IsField);
        Check("target.outcome", definition.Outcome.Properties(), SalesforceIds.IsPath);

        void Check(string path, IEnumerable<string> names, Func<string, bool> isName)
        {
            foreach (var name in names.Where(name => !isName(name)).Distinct(StringComparer.Ordinal))
            {
                wrong.Add(OptionReader.Of(path, $"{Quote.Code(name)} is no API name of a field of Salesforce."));
            }
        }
    }

    private static void CheckSignals(TargetDefinition definition, ICollection<Diagnostic> wrong)
    {
        foreach (var signal in definition.Signals)
        {
            if (signal.Kind == SignalKind.Member && !SalesforceIds.IsId(signal.Name, "701"))
            {
                wrong.Add(
                    OptionReader.Of(
                        "target.signals",
                        $"The signal of {Quote.Code(signal.Activity)} needs `name`: the id of a campaign (701…)."
                    )
                );
            }
            else if (signal is { Kind: SignalKind.Task, Name.Length: 0 })
            {
                wrong.Add(
                    OptionReader.Of(
                        "target.signals",
                        $"The signal of {Quote.Code(signal.Activity)} needs `name`: the task's subject."
                    )
                );
            }
        }
    }

    [GeneratedRegex(@"^[1-9][0-9]{1,2}\.0\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();
}
