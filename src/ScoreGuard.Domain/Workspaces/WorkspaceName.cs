using System.Text.RegularExpressions;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Workspaces;

/// <summary>
/// What a workspace is called in paths, keys and addresses: lower-case letters, digits and dashes, at most 63, the first
/// no dash. Such a name cannot leave a folder or a partition.
/// </summary>
public readonly partial record struct WorkspaceName
{
    private readonly string? _value;

    private WorkspaceName(string value) => _value = value;

    public string Value => _value ?? throw new InvalidOperationException("A name that was never given.");

    public static bool TryParse(string text, out WorkspaceName name)
    {
        name = Form().IsMatch(text) ? new(text) : default;
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
                    $"{Documents.Quote.Code(text)} is no name of a workspace; use lower-case letters, digits and dashes, at most 63, the first no dash."
                ),
            ]);

    public override string ToString() => Value;

    [GeneratedRegex("\\A[a-z0-9][a-z0-9-]{0,62}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
