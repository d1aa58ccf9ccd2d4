using System.Buffers;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Access;

/// <summary>Addresses that somebody may be sent on to after signing in: pages of this app, spelled plainly.</summary>
internal static class LocalPath
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./?="
    );

    /// <summary><paramref name="text"/> where it is such an address, the start page otherwise.</summary>
    public static string Of(string? text) =>
        text is not null
        && text.StartsWith(PageAddress.Home, StringComparison.Ordinal)
        && (text.Length == PageAddress.Home.Length || text[PageAddress.Home.Length] is '/' or '?')
        && !text.AsSpan().ContainsAnyExcept(Plain)
        && !text.Contains("//", StringComparison.Ordinal)
        && !text.Contains("..", StringComparison.Ordinal)
            ? text
            : PageAddress.Home;
}
