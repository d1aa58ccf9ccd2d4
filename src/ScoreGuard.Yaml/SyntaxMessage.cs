using ScoreGuard.Domain.Documents;
using YamlDotNet.Core;

namespace ScoreGuard.Yaml;

/// <summary>A parser's complaint, in words that help somebody who does not know how parsers work.</summary>
internal static class SyntaxMessage
{
    private static readonly (string Part, string Meaning)[] Known =
    [
        ("invalid tab", "A tab indents this line; indent with spaces."),
        (
            "found invalid mapping",
            "A second `: ` in this line, or wrong indentation; quote a text that holds `: `, or align the keys."
        ),
        ("block scalar", "A text that begins with `>` or `|` needs quotes, as in '>= 100'."),
        ("cannot start any token", "A text that begins with this character needs quotes."),
        ("unexpected end of stream", "A quote is opened here and never closed."),
        (
            "unknown escape character",
            "An unknown escape in a text in double quotes; write `\\\\` for a backslash, or use single quotes."
        ),
        ("expected ',' or ']'", "A list in brackets lacks `,` or `]` here."),
        ("expected ',' or '}'", "A mapping in braces lacks `,` or `}` here."),
        ("invalid Unicode", "An escape of a character that does not exist."),
    ];

    public static string Of(YamlException broken)
    {
        foreach (var (part, meaning) in Known)
        {
            if (broken.Message.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return meaning;
            }
        }

        return $"This is not YAML: {Quote.Plain(broken.Message, 200)}";
    }

    /// <summary>Where it is. A tab is complained about before the line that it indents.</summary>
    public static SourcePosition Place(YamlException broken, string text)
    {
        var at = EventReader.Position(broken.Start);
        if (!broken.Message.Contains("invalid tab", StringComparison.OrdinalIgnoreCase))
        {
            return at;
        }

        var line = 0;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            line++;
            var indent = content[..^content.TrimStart(" \t").Length];
            if (line >= at.Line && indent.Contains('\t') && indent.Length < content.Length)
            {
                return new(line, indent.IndexOf('\t') + 1);
            }
        }

        return at;
    }
}
