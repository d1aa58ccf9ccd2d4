using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>Lead scores for people, as Markdown; what HubSpot says stands in it as plain text.</summary>
internal static class ScoreListing
{
    private const string Special = "\\`*_{}[]<>#|~!";

    public static string Of(ImmutableArray<JsonElement> scores, ImmutableArray<CarriedPart> parts)
    {
        var text = new StringBuilder("# HubSpot lead scores\n");
        if (scores.IsEmpty)
        {
            text.Append("\nThere are none.\n");
        }

        foreach (var score in scores)
        {
            text.Append($"\n## {Plain(score.FindText("name"))}\n\n");
            text.Append($"{Plain(score.FindText("scoreStatus"))}, id {Plain(score.FindText("id"))}");
            text.Append(Number(score, "maxScore", ", at most "))
                .Append(Number(score, "maxScorePerCategory", ", at most a category "));
            text.Append(".\n");
            foreach (var group in score.Items("groupConfigs"))
            {
                Append(group, text);
            }

            Outputs(score, text);
        }

        text.Append("\n## What the model holds\n\n| Part | | Why |\n| --- | --- | --- |\n");
        foreach (var part in parts)
        {
            text.Append($"| {Plain(part.Part)} | {Words(part.How)} | {Plain(part.Reason)} |\n");
        }

        return text.ToString();
    }

    private static void Append(JsonElement group, StringBuilder text)
    {
        text.Append($"\n### {Plain(group.FindText("groupName"))} ({Plain(group.FindText("groupCategory"))}");
        text.Append(Number(group, "minValue", ", at least ")).Append(Number(group, "maxValue", ", at most "));
        if (group.TryGet("groupDecay", out var decay))
        {
            text.Append(
                $", loses {Plain(decay.FindText("percentToDecayPerInterval"))} % every {Plain(decay.FindText("decayIntervalDays"))} days"
            );
        }

        text.Append(")\n\n");
        foreach (var rule in group.Items("ruleConfigurations"))
        {
            var words =
                rule.TryGet("configuration", out var configuration)
                && configuration.TryGet("calculation", out var calculation)
                    ? CalculationWords.Of(calculation)
                    : "nothing";
            text.Append($"- {Plain(words)}");
            text.Append(Number(rule, "minimumValue", ", at least ")).Append(Number(rule, "maximumValue", ", at most "));
            text.Append(rule.IsTrue("enabled") ? "\n" : " (switched off)\n");
        }
    }

    private static void Outputs(JsonElement score, StringBuilder text)
    {
        if (!score.TryGet("outputConfiguration", out var configuration))
        {
            return;
        }

        text.Append('\n');
        foreach (var output in configuration.Items("outputs"))
        {
            var categories = string.Join(" and ", output.Items("categories").Select(category => category.AsText()));
            text.Append(
                $"- written to {Plain(output.FindText("propertyName"))}: {Plain(output.FindText("outputType"))} of {Plain(categories)}\n"
            );
        }
    }

    private static string Number(JsonElement owner, string name, string before) =>
        owner.FindText(name) is { } number ? before + Plain(number) : "";

    private static string Words(CarriedHow how) =>
        how switch
        {
            CarriedHow.Exact => "exact",
            CarriedHow.Approximated => "nearly",
            _ => "left out",
        };

    private static string Plain(string? text)
    {
        var plain = new StringBuilder();
        foreach (var character in Quote.Plain(text ?? "", 400))
        {
            if (Special.Contains(character, StringComparison.Ordinal))
            {
                plain.Append('\\');
            }

            plain.Append(character);
        }

        return plain.ToString();
    }
}
