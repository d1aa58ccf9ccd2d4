using System.Text.Json;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Json;

/// <summary>Reads the causes of a <c>report.json</c> that was kept, so that nothing has to be compared again to name them.</summary>
public static class ReportedCauses
{
    private static readonly Dictionary<string, ChangeKind> Kinds = Enum.GetValues<ChangeKind>()
        .ToDictionary(Codes.Of, kind => kind, StringComparer.Ordinal);

    /// <returns>By id. Empty where the file is not the report that this version writes: then causes have only their ids.</returns>
    public static async Task<IReadOnlyDictionary<string, ReportedCause>> ReadAsync(
        Stream json,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(json, cancellationToken: cancellationToken);
            return document
                .RootElement.GetProperty("causes")
                .EnumerateArray()
                .Select(Read)
                .ToDictionary(cause => cause.Id, StringComparer.Ordinal);
        }
        catch (Exception wrong)
            when (wrong
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
                        or ArgumentException
            )
        {
            return new Dictionary<string, ReportedCause>(StringComparer.Ordinal);
        }
    }

    private static ReportedCause Read(JsonElement cause) =>
        new(
            cause.GetProperty("id").GetString()!,
            cause.GetProperty("leads").GetInt64(),
            [
                .. cause
                    .GetProperty("kinds")
                    .EnumerateObject()
                    .Select(kind => new CountOf<ChangeKind>(Kinds[kind.Name], kind.Value.GetInt64())),
            ],
            Texts(cause, "rules"),
            Texts(cause, "edits"),
            cause.TryGetProperty("sentences", out _) ? Texts(cause, "sentences") : []
        );

    private static IReadOnlyList<string> Texts(JsonElement cause, string name) =>
        [.. cause.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}
