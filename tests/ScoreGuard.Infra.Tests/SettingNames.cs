using System.Text.RegularExpressions;

namespace ScoreGuard.Infra.Tests;

/// <summary>The app settings that the code reads: in C# as string literals, in <c>function.json</c> and <c>host.json</c> as <c>%NAME%</c>.</summary>
public static partial class SettingNames
{
    /// <summary>Connections are named by whoever uses them; the sample shows the settings of one.</summary>
    public const string ExampleConnection = "SCOREGUARD_CONNECTION_EXAMPLE_";

    /// <summary>All in <c>src</c>, each once, in order.</summary>
    public static IReadOnlyList<string> ReadByTheCode { get; } =
    [
        .. new[] { "*.cs", "*.json" }
            .SelectMany(pattern =>
                Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), pattern, SearchOption.AllDirectories)
            )
            .Where(path => !Built().IsMatch(path))
            .SelectMany(path => In(File.ReadAllText(path)))
            .Concat(ConnectionParts("src/ScoreGuard.Targets").Select(part => ExampleConnection + part))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    public static IEnumerable<string> In(string source) =>
        Name().Matches(source).Select(match => match.Groups["name"].Value);

    /// <summary>What the code asks of a connection: <c>TOKEN</c>, <c>CLIENT_ID</c>.</summary>
    public static IEnumerable<string> PartsIn(string source) =>
        Part().Matches(source).Select(match => match.Groups["part"].Value);

    /// <summary><c>SCOREGUARD_STORAGE</c> of <c>SCOREGUARD_STORAGE__clientId</c>: the parts of a connection are one setting.</summary>
    public static string Whole(string name) => name.Split("__")[0];

    /// <summary>A part may be a constant; what else is one in capitals there is found as well, and has to be told apart then.</summary>
    private static IEnumerable<string> ConnectionParts(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !Built().IsMatch(path))
            .Select(File.ReadAllText)
            .Where(source => source.Contains("onnections.", StringComparison.Ordinal))
            .SelectMany(PartsIn);

    [GeneratedRegex(
        """(?:(?:Find|Get|GetUrl|SettingOf)\([A-Za-z.]+,\s*|const string [A-Za-z]+ = )"(?<part>[A-Z]+(?:_[A-Z]+)*)["]""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Part();

    [GeneratedRegex(
        """["%](?<name>(?:SCOREGUARD|OTEL)_[A-Z0-9]+(?:_[A-Z0-9]+)*(?:__[A-Za-z]+)?)["%]""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Name();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Built();
}
