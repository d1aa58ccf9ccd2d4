using System.Collections.Immutable;

namespace ScoreGuard.Domain.Documents;

/// <summary>A node of a YAML or JSON document, with the place where it stands.</summary>
/// <remarks>What a document says before anyone asks what it means. Read by <c>ScoreGuard.Yaml</c>.</remarks>
public abstract record DocumentNode(SourcePosition At)
{
    /// <summary>Keys and values in document order. Keys are text and unrepeated: a repeat is refused on reading.</summary>
    public sealed record Mapping(SourcePosition At, ImmutableArray<Entry> Entries) : DocumentNode(At)
    {
        /// <summary>The value under <paramref name="key"/>, or null where the mapping has no such key.</summary>
        public DocumentNode? Find(string key)
        {
            foreach (var entry in Entries)
            {
                if (string.Equals(entry.Key, key, StringComparison.Ordinal))
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }

    /// <summary>A key with its own place, and its value.</summary>
    public readonly record struct Entry(string Key, SourcePosition KeyAt, DocumentNode Value);

    /// <summary>Items in document order.</summary>
    public sealed record Sequence(SourcePosition At, ImmutableArray<DocumentNode> Items) : DocumentNode(At);

    /// <summary>A scalar, resolved by the YAML 1.2 core schema.</summary>
    /// <param name="At">Where it begins.</param>
    /// <param name="Kind">What the core schema makes of it; a quoted scalar is always text.</param>
    /// <param name="Text">Its spelling after quotes and escapes are resolved, untrimmed.</param>
    public sealed record Scalar(SourcePosition At, ScalarKind Kind, string Text) : DocumentNode(At);
}
