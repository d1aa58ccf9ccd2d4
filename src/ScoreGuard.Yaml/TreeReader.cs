using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ScoreGuard.Yaml;

/// <summary>Builds the tree of a document out of events. Recursion is bounded by <see cref="YamlDocument.MaxDepth"/>.</summary>
internal sealed class TreeReader(EventReader events, LineBreaks breaks, DiagnosticBag diagnostics)
{
    /// <summary>The root, or null for an empty document or one that was abandoned.</summary>
    public DocumentNode? Read()
    {
        DocumentNode? root = null;
        var documents = 0;
        while (events.MoveNext())
        {
            switch (events.Current)
            {
                case StreamStart or DocumentEnd or StreamEnd:
                    break;
                case DocumentStart start when documents++ > 0:
                    diagnostics.Error(
                        DocumentCodes.SeveralDocuments,
                        EventReader.Position(start.Start),
                        DocumentPath.Root,
                        "A second document begins here; keep one document a file."
                    );
                    return root;
                case DocumentStart:
                    break;
                default:
                    root = Node(DocumentPath.Root);
                    break;
            }
        }

        return root;
    }

    private DocumentNode Node(DocumentPath path)
    {
        var at = EventReader.Position(events.Current.Start);
        switch (events.Current)
        {
            case Scalar scalar:
                return ScalarNode(scalar, at, path);
            case AnchorAlias alias:
                diagnostics.Error(
                    DocumentCodes.Alias,
                    at,
                    path,
                    $"The alias {Quote.Code("*" + alias.Value.Value)} is refused; write the value out here, or quote a text that begins with `*`."
                );
                return Nothing(at);
            case MappingStart or SequenceStart when events.SkipTooDeep(path):
                return Nothing(at);
            case MappingStart start:
                CheckTag(start.Tag, "map", at, path);
                return MappingNode(at, path);
            case SequenceStart start:
                CheckTag(start.Tag, "seq", at, path);
                return SequenceNode(at, path);
            default:
                return Nothing(at);
        }
    }

    private DocumentNode.Scalar ScalarNode(Scalar scalar, SourcePosition at, DocumentPath path)
    {
        var text = breaks.Restore(scalar.Value);
        var kind = scalar.Style == ScalarStyle.Plain ? CoreSchema.Resolve(text) : ScalarKind.Text;
        CheckTag(scalar.Tag, TagOf(kind, text), at, path);
        return new(at, kind, text);
    }

    private DocumentNode.Sequence SequenceNode(SourcePosition at, DocumentPath path)
    {
        var items = ImmutableArray.CreateBuilder<DocumentNode>();
        while (events.MoveNext() && events.Current is not SequenceEnd)
        {
            items.Add(Node(path.Item(items.Count)));
        }

        return new(at, items.ToImmutable());
    }

    private DocumentNode.Mapping MappingNode(SourcePosition at, DocumentPath path)
    {
        var entries = ImmutableArray.CreateBuilder<DocumentNode.Entry>();
        var firsts = new Dictionary<string, SourcePosition>(StringComparer.Ordinal);
        while (events.MoveNext() && events.Current is not MappingEnd)
        {
            var keyAt = EventReader.Position(events.Current.Start);
            var key = Key(keyAt, path);
            if (!events.MoveNext())
            {
                break;
            }

            var value = Node(path.Key(key ?? "?"));
            if (key is null)
            {
                continue;
            }

            if (firsts.TryAdd(key, keyAt))
            {
                entries.Add(new(key, keyAt, value));
                continue;
            }

            diagnostics.Error(
                DocumentCodes.RepeatedKey,
                keyAt,
                path.Key(key),
                $"The key {Quote.Code(key)} stands already in line {firsts[key].Line}; remove one of the two."
            );
        }

        return new(at, entries.ToImmutable());
    }

    /// <summary>A key's spelling: <c>on</c>, <c>1</c> and <c>~</c> are texts as keys. Null after an error.</summary>
    private string? Key(SourcePosition at, DocumentPath path)
    {
        switch (events.Current)
        {
            case Scalar scalar:
                CheckTag(scalar.Tag, "str", at, path);
                return breaks.Restore(scalar.Value);
            case AnchorAlias:
                Node(path);
                return null;
            default:
                diagnostics.Error(
                    DocumentCodes.KeyIsNoText,
                    at,
                    path,
                    "A list or mapping cannot be a key; use a text."
                );
                events.SkipCollection();
                return null;
        }
    }

    private void CheckTag(TagName tag, string meant, SourcePosition at, DocumentPath path)
    {
        const string core = "tag:yaml.org,2002:";
        if (tag.IsEmpty)
        {
            return;
        }

        var name = breaks.Restore(tag.Value);
        if (
            string.Equals(name, core + meant, StringComparison.Ordinal)
            || (tag.IsNonSpecific && meant is "str" or "map" or "seq")
        )
        {
            return;
        }

        var shown = name.StartsWith(core, StringComparison.Ordinal) ? "!!" + name[core.Length..] : name;
        diagnostics.Error(
            DocumentCodes.Tag,
            at,
            path,
            $"The tag {Quote.Code(shown)} would change what this value means; remove it, or quote a text that begins with `!`."
        );
    }

    private static string TagOf(ScalarKind kind, string text) =>
        kind switch
        {
            ScalarKind.Null => "null",
            ScalarKind.Boolean => "bool",
            ScalarKind.Number when text.AsSpan().IndexOfAny('.', 'e', 'E') < 0 || text is ['0', 'x', ..] => "int",
            ScalarKind.Number or ScalarKind.NotFinite => "float",
            _ => "str",
        };

    private static DocumentNode.Scalar Nothing(SourcePosition at) => new(at, ScalarKind.Null, "");
}
