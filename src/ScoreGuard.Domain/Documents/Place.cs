using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Documents;

/// <summary>A node of a document together with its path and with where to complain about it.</summary>
public readonly record struct Place(DocumentNode Node, DocumentPath Path, DiagnosticBag Diagnostics)
{
    public static Place Root(DocumentNode node, DiagnosticBag diagnostics) => new(node, DocumentPath.Root, diagnostics);

    public Place Item(int index, DocumentNode item) => this with { Node = item, Path = Path.Item(index) };

    public Place Value(DocumentNode.Entry entry) => this with { Node = entry.Value, Path = Path.Key(entry.Key) };

    /// <summary>An error about the node itself.</summary>
    public void Error(DiagnosticCode code, string message) => Diagnostics.Error(code, Node.At, Path, message);

    /// <summary>An error about a key of the node, at the key.</summary>
    public void KeyError(DiagnosticCode code, DocumentNode.Entry entry, string message) =>
        Diagnostics.Error(code, entry.KeyAt, Path.Key(entry.Key), message);

    /// <summary>Reports that something else was expected here.</summary>
    /// <param name="expected">With its article: <c>a mapping</c>, <c>a duration such as `30d`</c>.</param>
    /// <returns>False, so that a reading can end with it.</returns>
    public bool Expected(string expected)
    {
        Error(DocumentCodes.WrongKind, $"Expected {expected}, but found {Found}.");
        return false;
    }

    /// <summary>What stands here, for a message: <c>the text `abc`</c>, <c>a list</c>, <c>nothing</c>.</summary>
    public string Found =>
        Node switch
        {
            DocumentNode.Mapping => "a mapping",
            DocumentNode.Sequence => "a list",
            DocumentNode.Scalar { Kind: ScalarKind.Null } => "nothing",
            DocumentNode.Scalar { Kind: ScalarKind.Number } number => $"the number {Quote.Code(number.Text)}",
            DocumentNode.Scalar { Kind: ScalarKind.Text } text => $"the text {Quote.Code(text.Text)}",
            DocumentNode.Scalar other => Quote.Code(other.Text),
            _ => "something else",
        };
}
