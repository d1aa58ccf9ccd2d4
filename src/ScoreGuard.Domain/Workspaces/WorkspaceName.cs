using System.Buffers;

namespace ScoreGuard.Domain.Workspaces;

/// <summary>Names of workspaces in addresses, paths and keys: 1 to 63 of <c>a-z 0-9 -</c>, not beginning with a dash.</summary>
public static class WorkspaceName
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Whether <paramref name="text"/> is spelled as a name; only such a text may become part of a path or key.</summary>
    public static bool IsName(string? text) =>
        text is { Length: >= 1 and <= 63 } && text[0] != '-' && !text.AsSpan().ContainsAnyExcept(Allowed);
}
