using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using YamlDotNet.Core;

namespace ScoreGuard.Yaml;

/// <summary>Reads YAML 1.2, core schema, and so JSON: models, lead plans, workspaces.</summary>
public static class YamlDocument
{
    /// <summary>The largest document that is read: 5 MiB.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Levels of lists and mappings that a document may have.</summary>
    public const int MaxDepth = 64;

    /// <summary>The tree of a document, or everything that is wrong with its form. After a syntax error nothing more can be known.</summary>
    /// <param name="file">As diagnostics name it; nothing is opened.</param>
    /// <param name="utf8">The bytes of the file; a byte order mark at the start is allowed and says nothing.</param>
    public static Parsed<DocumentNode> Read(string file, ReadOnlySpan<byte> utf8)
    {
        var diagnostics = new DiagnosticBag(file);
        DocumentNode root = new DocumentNode.Scalar(new(1, 1), ScalarKind.Null, "");
        if (Utf8Document.Decode(utf8, diagnostics) is { } text)
        {
            var breaks = LineBreaks.Of(text);
            var events = new EventReader(breaks.Hidden, diagnostics);
            try
            {
                root = new TreeReader(events, breaks, diagnostics).Read() ?? root;
            }
            catch (YamlException broken)
            {
                diagnostics.Error(
                    DocumentCodes.Syntax,
                    SyntaxMessage.Place(broken, breaks.Hidden),
                    DocumentPath.Root,
                    SyntaxMessage.Of(broken)
                );
            }
        }

        return diagnostics.Conclude(() => root);
    }
}
