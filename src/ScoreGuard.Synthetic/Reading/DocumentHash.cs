using System.Security.Cryptography;
using System.Text;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>The identity of what a document says, without comments, spacing and the spelling of quotes.</summary>
internal static class DocumentHash
{
    public static string Of(DocumentNode document)
    {
        var text = new StringBuilder();
        Write(document, text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{text}")));
    }

    // Every text goes with its length, so that no two documents make one text.
    private static void Write(DocumentNode node, StringBuilder to)
    {
        switch (node)
        {
            case DocumentNode.Mapping mapping:
                to.Append($"{{{mapping.Entries.Length}:");
                foreach (var entry in mapping.Entries)
                {
                    to.Append($"{entry.Key.Length}:{entry.Key}");
                    Write(entry.Value, to);
                }

                break;
            case DocumentNode.Sequence sequence:
                to.Append($"[{sequence.Items.Length}:");
                foreach (var item in sequence.Items)
                {
                    Write(item, to);
                }

                break;
            case DocumentNode.Scalar scalar:
                to.Append($"{scalar.Kind}{scalar.Text.Length}:{scalar.Text}");
                break;
        }
    }
}
