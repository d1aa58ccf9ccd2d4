using System.Text.Json;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Application.Live;

/// <summary>
/// The words of a target that scores by itself: which scores and stages there are, and in which order. It has no rule, for
/// nobody can read them.
/// </summary>
internal static class VocabularyModel
{
    public static byte[] Write(Workspace workspace)
    {
        var outcome = workspace.Target.Outcome;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("scoreguard", 1);
            json.WriteString("name", Name(workspace));
            if (!outcome.Scores.IsEmpty)
            {
                json.WriteStartObject("scores");
                foreach (var score in outcome.Scores)
                {
                    json.WriteStartObject(score.Ours);
                    json.WriteEndObject();
                }

                json.WriteEndObject();
            }

            var stages = Stages(outcome);
            if (stages.Length > 0)
            {
                json.WriteStartObject("lifecycle");
                json.WriteString("start", stages[0]);
                json.WriteStartArray("stages");
                foreach (var stage in stages)
                {
                    json.WriteStringValue(stage);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static string Name(Workspace workspace) =>
        string.IsNullOrWhiteSpace(workspace.Name) ? workspace.Target.Type.ToString() : workspace.Name;

    /// <summary>In the order that was given, then those that only have another name.</summary>
    private static string[] Stages(OutcomeMapping outcome) =>
        outcome.Stage is { } stage
            ? [.. stage.Order.Concat(stage.Values.Select(value => value.Ours)).Distinct(StringComparer.Ordinal)]
            : [];
}
