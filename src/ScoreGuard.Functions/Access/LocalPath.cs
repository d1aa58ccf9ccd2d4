using System.Buffers;
using Microsoft.AspNetCore.WebUtilities;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Access;

/// <summary>
/// Addresses that somebody may be sent on to after signing in: pages of this app, spelled plainly. Of what follows a
/// question mark only that is kept which a page asks for: the rest may be anything, a key for one.
/// </summary>
internal static class LocalPath
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./"
    );

    /// <summary><paramref name="text"/> where it is such an address, the start page otherwise.</summary>
    public static string Of(string? text)
    {
        var parts = text?.Split('?', 2) ?? [];
        return parts is not [var path, ..] || !IsPage(path) ? PageAddress.Home
            : parts is [_, var query] && Before(query) is { } run ? PageAddress.Earlier(path, run)
            : path;
    }

    private static bool IsPage(string path) =>
        path.StartsWith(PageAddress.Home, StringComparison.Ordinal)
        && (path.Length == PageAddress.Home.Length || path[PageAddress.Home.Length] == '/')
        && !path.AsSpan().ContainsAnyExcept(Plain)
        && !path.Contains("//", StringComparison.Ordinal)
        && !path.Contains("..", StringComparison.Ordinal);

    private static string? Before(string query) =>
        QueryHelpers.ParseQuery(query).GetValueOrDefault(PageAddress.Before) is [{ } run] && RunId.IsRunId(run)
            ? run
            : null;
}
