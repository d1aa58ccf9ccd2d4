using System.Globalization;
using System.Text;
using System.Text.Json;
using ScoreGuard.Domain.Runs.Queued;

namespace ScoreGuard.Functions.Hosting;

/// <summary>What a call of the host says. Only its data count: properties of a queued message overwrite its metadata.</summary>
internal sealed class EnvelopeCall(JsonElement root)
{
    /// <summary>The step that the call is about, once it was read; null: it is about none.</summary>
    public WorkItem? Step { get; private set; }

    /// <summary>Reads the step that triggered the call.</summary>
    /// <returns>Null: the message is none.</returns>
    public WorkItem? FindStep(string binding) =>
        Step = FindMessage(binding) is { } message ? WorkMessage.Read(message) : null;

    /// <summary>The bytes of the message that triggered the call; null where there is none to be read.</summary>
    public byte[]? FindMessage(string binding)
    {
        if (
            !root.TryGetProperty("Data", out var data)
            || !data.TryGetProperty(binding, out var item)
            || TryText(item) is not { } text
        )
        {
            return null;
        }

        if (text.StartsWith('"'))
        {
            // A text binding: the message is a JSON string in a JSON string.
            return TryUnquote(text) is { } message ? Encoding.UTF8.GetBytes(message) : null;
        }

        if (text.StartsWith('{'))
        {
            return Encoding.UTF8.GetBytes(text);
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    /// <summary>The occurrence of its schedule that a timer call is for; null where the host does not say.</summary>
    public DateTimeOffset? FindOccurrence(string binding) =>
        root.TryGetProperty("Data", out var data)
        && data.TryGetProperty(binding, out var timer)
        && timer.ValueKind == JsonValueKind.Object
        && timer.TryGetProperty("ScheduleStatus", out var status)
        && status.ValueKind == JsonValueKind.Object
        && status.TryGetProperty("Next", out var next)
        && Instant(next) is { Year: > 2000 } occurrence
            ? occurrence
            : null;

    /// <summary>Whether the host calls no more for this occurrence if the call fails.</summary>
    public bool IsLastTry() =>
        !(
            root.TryGetProperty("Metadata", out var metadata)
            && metadata.ValueKind == JsonValueKind.Object
            && metadata.TryGetProperty("RetryContext", out var retry)
            && retry.ValueKind == JsonValueKind.Object
            && Count(retry, "RetryCount") < Count(retry, "MaxRetryCount")
        );

    /// <summary>When the message was put on the queue, for figures only: a message can overwrite it.</summary>
    public DateTimeOffset? FindInsertedAt() =>
        root.TryGetProperty("Metadata", out var metadata)
        && metadata.ValueKind == JsonValueKind.Object
        && metadata.TryGetProperty("InsertionTime", out var inserted)
            ? Instant(inserted)
            : null;

    private static int? Count(JsonElement retry, string name) =>
        retry.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var count)
            ? count
            : null;

    private static DateTimeOffset? Instant(JsonElement value) =>
        TryText(value) is { } text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;

    private static string? TryText(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is JSON, but no text.
            return null;
        }
    }

    private static string? TryUnquote(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
