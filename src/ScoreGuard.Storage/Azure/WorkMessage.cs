using System.Text.Json;
using System.Text.Json.Serialization;
using ScoreGuard.Domain.Runs.Queued;

namespace ScoreGuard.Storage.Azure;

/// <summary>A step as it is written into a message: <c>{"workspace":"eu","run":"…","step":"Replay","part":3}</c>.</summary>
public static partial class WorkMessage
{
    public static string Write(WorkItem item) => JsonSerializer.Serialize(item, MessageJson.Default.WorkItem);

    /// <summary>The step, or null where the text is none: anybody may have put it into the queue.</summary>
    public static WorkItem? Find(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, MessageJson.Default.WorkItem);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        UseStringEnumConverter = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
    )]
    [JsonSerializable(typeof(WorkItem))]
    private sealed partial class MessageJson : JsonSerializerContext;
}
