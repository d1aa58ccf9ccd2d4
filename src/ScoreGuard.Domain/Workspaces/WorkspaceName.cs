using System.Buffers;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Domain.Workspaces;

/// <summary>
/// What a workspace is called in addresses, paths and keys: 1 to 63 of <c>a-z 0-9 -</c>, not beginning with a dash. Such a
/// name cannot leave a folder or a partition.
/// </summary>
public readonly record struct WorkspaceName
{
    private const int Longest = 63;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private readonly string? _value;

    private WorkspaceName(string value) => _value = value;

    /// <exception cref="InvalidOperationException">It was never given.</exception>
    public string Value => _value ?? throw new InvalidOperationException("A name that was never given.");

    /// <summary>Whether <paramref name="text"/> is spelled as a name; only such a text may become part of a path or key.</summary>
    public static bool IsName(string? text) =>
        text is { Length: >= 1 and <= Longest } && text[0] != '-' && !text.AsSpan().ContainsAnyExcept(Allowed);

    public static bool TryParse(string? text, out WorkspaceName name)
    {
        name = IsName(text) ? new(text!) : default;
        return name._value is not null;
    }

    /// <param name="place">Where the user wrote it, for the diagnostic.</param>
    public static Parsed<WorkspaceName> Read(string place, string text) =>
        TryParse(text, out var name)
            ? new Parsed<WorkspaceName>.Ok(name, [])
            : new Parsed<WorkspaceName>.Refused([
                new(
                    WorkspaceCodes.Name.Code,
                    Severity.Error,
                    place,
                    null,
                    "",
                    $"{Quote.Code(text)} is no name of a workspace; use lower-case letters, digits and dashes, at most {Longest}, the first no dash."
                ),
            ]);

    public override string ToString() => Value;
}
