using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace ScoreGuard.FakePlatforms.Marketo;

/// <summary>A request's parameters, from its address or, with <c>_method=GET</c>, from its body.</summary>
internal sealed class FakeMarketoRequest(IReadOnlyDictionary<string, StringValues> parameters)
{
    private const string TokenPrefix = "WQV2VQVPPCKHC6AQYVK7-";

    public static string TokenOf(int position) => $"{TokenPrefix}{position}====";

    /// <exception cref="FakeMarketoRefusal">It is none of ours.</exception>
    public static int PositionOf(string token) =>
        token.StartsWith(TokenPrefix, StringComparison.Ordinal)
        && int.TryParse(token[TokenPrefix.Length..].TrimEnd('='), out var position)
            ? position
            : throw new FakeMarketoRefusal(1003, "Invalid nextPageToken");

    public string? Find(string name) => parameters.TryGetValue(name, out var value) ? $"{value}" : null;

    public string Get(string name) =>
        Find(name) is { Length: > 0 } value ? value : throw new FakeMarketoRefusal(701, $"{name} cannot be blank");

    public int? FindNumber(string name) =>
        Find(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new FakeMarketoRefusal(1001, $"Invalid value '{text}'. Required of type 'Integer'");

    /// <summary>Repeated parameters, or one with commas.</summary>
    public string[] All(string name) =>
        parameters.TryGetValue(name, out var values) ? [.. values.SelectMany(value => $"{value}".Split(','))] : [];
}
