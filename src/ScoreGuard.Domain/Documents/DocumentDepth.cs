using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Documents;

/// <summary>How deep a document may nest. Who reads a tree may recurse once this has been checked.</summary>
public static class DocumentDepth
{
    /// <summary>Levels of lists and mappings.</summary>
    public const int Most = 64;

    /// <summary>Reports a tree that is deeper, at its root, and returns false.</summary>
    public static bool Check(Place root)
    {
        var open = new Stack<(DocumentNode Node, int Depth)>([(root.Node, 0)]);
        while (open.TryPop(out var next))
        {
            if (next.Node is not DocumentNode.Scalar && next.Depth >= Most)
            {
                root.Diagnostics.Error(
                    DocumentCodes.TooDeep,
                    next.Node.At,
                    root.Path,
                    $"This list or mapping lies more than {Most} levels deep; at most {Most} are read."
                );
                return false;
            }

            switch (next.Node)
            {
                case DocumentNode.Mapping mapping:
                    foreach (var entry in mapping.Entries)
                    {
                        open.Push((entry.Value, next.Depth + 1));
                    }

                    break;
                case DocumentNode.Sequence sequence:
                    foreach (var item in sequence.Items)
                    {
                        open.Push((item, next.Depth + 1));
                    }

                    break;
                default:
                    break;
            }
        }

        return true;
    }
}
