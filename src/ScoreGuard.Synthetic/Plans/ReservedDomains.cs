using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ScoreGuard.Synthetic.Plans;

/// <summary>The domains at which nobody has an address (RFC 2606 and RFC 6761).</summary>
public static partial class ReservedDomains
{
    private static readonly ImmutableArray<string> Names =
    [
        "example.com",
        "example.net",
        "example.org",
        "example",
        "test",
        "invalid",
    ];

    /// <summary>Whether <paramref name="domain"/> is one of them, or lies below one of them.</summary>
    public static bool Contains(string domain) =>
        Names.Any(name => string.Equals(domain, name, StringComparison.OrdinalIgnoreCase)) || IsBelow(domain);

    /// <summary>Whether everything that ends in <paramref name="tail"/> lies below one of them.</summary>
    public static bool IsBelow(string tail) =>
        Names.Any(name => tail.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether <paramref name="text"/> holds an address at any other domain.</summary>
    public static bool HasForeignAddress(string text) =>
        Address().Matches(text).Any(match => !Contains(match.Groups["domain"].Value));

    [GeneratedRegex(
        @"[^\s@]@(?<domain>[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    )]
    private static partial Regex Address();
}
