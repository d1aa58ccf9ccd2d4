using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>Turns operations on choices into criteria; where a property holds several, they stand in one text, semicolons between.</summary>
internal static class ChoiceReader
{
    public static Criterion? Find(Subject subject, string asked, JsonElement operation, Verdict verdict)
    {
        ImmutableArray<string> values = [.. operation.Items("values").Select(value => value.AsText()).OfType<string>()];
        if (values.IsEmpty || values.Any(value => value.Trim().Length == 0))
        {
            return null;
        }

        var isNegative = asked is "IS_NONE_OF" or "IS_NOT_EXACTLY" or "DOES_NOT_CONTAIN_ALL" or "IS_NOT_EQUAL_TO";
        if (!subject.HoldsSeveral)
        {
            var isKnown =
                asked is "IS_ANY_OF" or "IS_NONE_OF" or "IS_EQUAL_TO" or "IS_NOT_EQUAL_TO"
                || (
                    values.Length == 1
                    && asked is "IS_EXACTLY" or "IS_NOT_EXACTLY" or "CONTAINS_ALL" or "DOES_NOT_CONTAIN_ALL"
                );
            return isKnown && Matchers.Listed(subject, values) is { } list
                ? OperationReader.Signed(subject, isNegative, operation, list)
                : null;
        }

        var each = values.Select(value =>
            (JsonNode)new JsonObject { ["matches"] = $@"(^|;)\s*{Regex.Escape(value)}\s*($|;)" }
        );
        switch (asked)
        {
            case "IS_ANY_OF" or "IS_NONE_OF":
                return Matchers.Several(subject, isNegative, operation, each);
            case "CONTAINS_ALL":
                return Criterion.All([
                    .. each.Select(matcher => OperationReader.Signed(subject, isNegative: false, operation, matcher)),
                ]);
            case "DOES_NOT_CONTAIN_ALL":
                return Criterion.Any([
                    .. each.Select(matcher => OperationReader.Signed(subject, isNegative: true, operation, matcher)),
                ]);
            case "IS_EXACTLY" or "IS_NOT_EXACTLY" or "IS_EQUAL_TO" or "IS_NOT_EQUAL_TO" when values.Length == 1:
                return OperationReader.Signed(subject, isNegative, operation, Matchers.Listed(subject, values)!);
            default:
                verdict.LeaveOut($"the model cannot ask whether `{subject.Name}` holds exactly several choices");
                return null;
        }
    }
}
