using System.Globalization;
using System.Text;
using Azure;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>Takes the answer to a transaction apart: one response an action, or a single refusal.</summary>
internal static class BatchReader
{
    private const string Start = "HTTP/1.1 ";
    private const string LineEnd = "\r\n";

    /// <exception cref="TableTransactionFailedException">The service refused it.</exception>
    public static IReadOnlyList<Response> Read(Response answer, int actions)
    {
        var parts = Encoding.UTF8.GetString(answer.Content.ToMemory().Span).Split(LineEnd + Start)[1..];
        var responses = parts.Select(Part).ToList();
        return responses.Find(response => response.IsError) is { } refusal ? throw Refused(refusal)
            : responses.Count == actions ? responses
            : throw new TableTransactionFailedException(
                new(answer.Status, $"The service answered {responses.Count} of {actions} actions."),
                null
            );
    }

    /// <param name="text">From the status code to the next boundary.</param>
    private static BatchPart Part(string text)
    {
        var head = text.IndexOf(LineEnd + LineEnd, StringComparison.Ordinal);
        var lines = (head < 0 ? text : text[..head]).Split(LineEnd);
        var status = lines[0].Split(' ', 2);
        var part = new BatchPart(
            int.Parse(status[0], CultureInfo.InvariantCulture),
            status is [_, var reason] ? reason : ""
        );
        foreach (var line in lines[1..])
        {
            if (line.Split(':', 2) is [var name, var value])
            {
                part.Add(name.Trim(), value.Trim());
            }
        }

        var body = head + (2 * LineEnd.Length);
        if (head >= 0 && text.IndexOf(LineEnd + "--", body, StringComparison.Ordinal) is var end && end >= 0)
        {
            part.ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(text[body..end]));
        }

        return part;
    }

    /// <summary>The service puts the number of the action before its message: <c>2:The specified entity already exists.</c></summary>
    private static TableTransactionFailedException Refused(BatchPart refusal)
    {
        var error = refusal.ContentStream is null ? null : TableErrorParser.Read(refusal.Content.ToMemory());
        var text = error?.Message ?? refusal.ReasonPhrase;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        int? index =
            colon > 0 && int.TryParse(text.AsSpan(0, colon), CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
        return new(new(refusal.Status, text, error?.Code, innerException: null), index);
    }
}
