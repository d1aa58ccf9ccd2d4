using System.Text.Json;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Domain.Runs.Queued;

/// <summary>Steps as text on a queue: <c>{"workspace":"gitlab","run":"…","step":"replay","part":3}</c>.</summary>
public static class WorkMessage
{
    /// <summary>No run has more parts: ten thousand million leads.</summary>
    private const int MostParts = 300_000;

    public static byte[] Write(WorkItem item)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("workspace", item.Workspace);
            json.WriteString("run", item.Run);
            json.WriteString("step", Word(item.Step));
            json.WriteNumber("part", item.Part);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>The step, or null where the text is none: whoever can write to the queue must not be able to name other things.</summary>
    public static WorkItem? Read(ReadOnlyMemory<byte> message)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            var root = document.RootElement;
            var workspace = root.GetProperty("workspace").GetString();
            var run = root.GetProperty("run").GetString();
            var word = root.GetProperty("step").GetString();
            var part = root.GetProperty("part").GetInt32();
            return
                WorkspaceName.IsName(workspace)
                && run is not null
                && RunId.IsRunId(run)
                && part is >= 0 and < MostParts
                && Step(word) is { } step
                ? new(workspace!, run, step, part)
                : null;
        }
        catch (Exception wrong)
            when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static string Word(WorkStep step) =>
        step switch
        {
            WorkStep.Start => "start",
            WorkStep.Replay => "replay",
            _ => "conclude",
        };

    private static WorkStep? Step(string? word) =>
        word switch
        {
            "start" => WorkStep.Start,
            "replay" => WorkStep.Replay,
            "conclude" => WorkStep.Conclude,
            _ => null,
        };
}
