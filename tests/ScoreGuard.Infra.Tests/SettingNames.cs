using System.Text.RegularExpressions;

namespace ScoreGuard.Infra.Tests;

/// <summary>The app settings that the code reads: in C# as string literals, in <c>function.json</c> and <c>host.json</c> as <c>%NAME%</c>.</summary>
public static partial class SettingNames
{
    /// <summary>All in <c>src</c>, each once, in order.</summary>
    public static IReadOnlyList<string> ReadByTheCode { get; } =
    [
        .. new[] { "*.cs", "*.json" }
            .SelectMany(pattern =>
                Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), pattern, SearchOption.AllDirectories)
            )
            .Where(path => !Built().IsMatch(path))
            .SelectMany(path => In(File.ReadAllText(path)))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    public static IEnumerable<string> In(string source) =>
        Name().Matches(source).Select(match => match.Groups["name"].Value);

    /// <summary><c>SCOREGUARD_STORAGE</c> of <c>SCOREGUARD_STORAGE__clientId</c>: the parts of a connection are one setting.</summary>
    public static string Whole(string name) => name.Split("__")[0];

    [GeneratedRegex(
        """["%](?<name>(?:SCOREGUARD|OTEL)_[A-Z0-9]+(?:_[A-Z0-9]+)*(?:__[A-Za-z]+)?)["%]""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Name();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Built();
}
