using System.Text.Json;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Live;

/// <summary>
/// The words of a target that scores by itself: which scores and stages there are, and in which order. It has no rule, for
/// nobody can read them.
/// </summary>
internal static class VocabularyModel
{
    public static byte[] Write(Workspace workspace)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("scoreguard", 1);
            json.WriteString("name", Name(workspace));
            var scores = Scores(workspace);
            if (scores.Length > 0)
            {
                json.WriteStartObject("scores");
                foreach (var score in scores)
                {
                    json.WriteStartObject(score);
                    json.WriteEndObject();
                }

                json.WriteEndObject();
            }

            var stages = Stages(workspace);
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

    /// <summary>Those that are read back, and those that the workspace speaks of: a service may give others besides.</summary>
    private static string[] Scores(Workspace workspace) =>
        [
            .. workspace
                .Target.Outcome.Scores.Select(score => score.Ours)
                .Concat(workspace.Policy.Tolerance.Keys)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>In the order that was given, then those that have another name or that the workspace speaks of.</summary>
    private static string[] Stages(Workspace workspace)
    {
        var stage = workspace.Target.Outcome.Stage;
        return
        [
            .. (stage?.Order ?? [])
                .Concat(stage?.Values.Select(value => value.Ours) ?? [])
                .Concat(workspace.Policy.SalesStages)
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
