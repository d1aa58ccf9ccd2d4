using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Marketo;

/// <summary>What can be read of Marketo's scoring, for people.</summary>
internal static class MarketoListing
{
    private const int LongestText = 300;

    private const string FlowReason =
        "Marketo's API does not show flow steps: neither which score it changes nor by how much";

    public static string Of(MarketoScoring scoring)
    {
        var text = new StringBuilder();
        text.Append("# Marketo: what can be read of its scoring\n\n");
        text.Append("Flow steps and the constraints of triggers cannot be read by the API. ");
        text.Append(
            "A change of points that stand in a flow step shows in no line below but, perhaps, in a campaign's last edit.\n"
        );
        text.Append($"\n## Live smart campaigns ({scoring.Campaigns.Length}; {scoring.Resting} others are off)\n");
        foreach (var campaign in scoring.Campaigns)
        {
            AppendCampaign(text, campaign);
        }

        text.Append("\n## Score and number tokens\n\n");
        foreach (var (place, token) in scoring.Tokens)
        {
            text.Append($"- {place}: {Text(token, "name")} = {Text(token, "value")}\n");
        }

        text.Append("\n## Score fields and fields that are read back\n\n");
        foreach (var field in scoring.Fields)
        {
            var crm = Text(field, "crmManaged") == "true" ? ", managed by the CRM" : "";
            text.Append($"- {Text(field, "name")}: {Text(field, "displayName")} ({Text(field, "dataType")}{crm})\n");
        }

        text.Append("\n## Custom activities in use\n\n");
        foreach (var type in scoring.Types)
        {
            var attributes = MarketoJson.List(type, "attributes").Select(attribute => Text(attribute, "name"));
            text.Append($"- {Text(type, "id")}: {Text(type, "name")} ({string.Join(", ", attributes)})\n");
        }

        return text.ToString();
    }

    public static ImmutableArray<CarriedPart> CarriedOf(MarketoScoring scoring) =>
        [
            .. scoring.Campaigns.Select(campaign => new CarriedPart(
                $"smart campaign {campaign.Id} {Shown(campaign.Name)}",
                CarriedHow.LeftOut,
                FlowReason
            )),
            .. scoring.Tokens.Select(token => new CarriedPart(
                $"{token.Place} / token {Text(token.Token, "name")}",
                CarriedHow.LeftOut,
                "which flow steps use it cannot be read"
            )),
        ];

    private static void AppendCampaign(StringBuilder text, MarketoCampaign campaign)
    {
        text.Append($"\n### {campaign.Id} {Shown(campaign.Name)}\n\n");
        text.Append($"- {Shown(campaign.Type)}, {Shown(campaign.Status)}; last edit {Shown(campaign.UpdatedAt)}\n");
        text.Append($"- a lead qualifies: {Qualification(campaign.Listed)}\n");
        if (campaign.Rules.ValueKind != JsonValueKind.Object)
        {
            text.Append("- no rules could be read\n");
            return;
        }

        foreach (var trigger in MarketoJson.List(campaign.Rules, "triggers"))
        {
            text.Append($"- trigger: {Shown(TriggerName(trigger))}\n");
        }

        text.Append($"- filters ({Text(campaign.Rules, "filterMatchType")}):\n");
        foreach (var filter in MarketoJson.List(campaign.Rules, "filters"))
        {
            text.Append($"  - {Text(filter, "name")} {Text(filter, "operator")}");
            foreach (var condition in MarketoJson.List(filter, "conditions"))
            {
                var values = MarketoJson.List(condition, "values").Select(value => Shown(value.ToString()));
                text.Append($"; {Text(condition, "activityAttributeName")} {Text(condition, "operator")} ");
                text.Append(string.Join(", ", values));
            }

            text.Append('\n');
        }
    }

    /// <summary>Described as texts; where an instance answers with objects, their name is shown.</summary>
    private static string TriggerName(JsonElement trigger) =>
        trigger.ValueKind == JsonValueKind.String ? trigger.GetString()! : MarketoJson.FindText(trigger, "name") ?? "";

    private static string Qualification(JsonElement campaign) =>
        Text(campaign, "qualificationRuleType") switch
        {
            "any" => "every time",
            "interval" =>
                $"once in {Text(campaign, "qualificationRuleInterval")} {Text(campaign, "qualificationRuleUnit")}",
            var type => type,
        };

    private static string Text(JsonElement holder, string key) => Shown(MarketoJson.FindText(holder, key) ?? "");

    /// <summary>On one line, without addresses, and without a meaning in Markdown.</summary>
    private static string Shown(string text)
    {
        var plain = Quote.Plain(MarketoCanonical.WithoutAddresses(text), LongestText);
        return string.Concat(
            plain.Select(c => @"\`*_[]<>|#".Contains(c, StringComparison.Ordinal) ? $@"\{c}" : $"{c}")
        );
    }
}
