namespace ScoreGuard.Infra.Tests.Syntax;

/// <summary>A node of a Bicep file's syntax tree, as tree-sitter's grammar names it.</summary>
/// <param name="Type">The grammar's name (<c>object_property</c>), or the sign itself (<c>=</c>).</param>
/// <param name="Line">Line of its first character, from 1.</param>
/// <param name="Missing">Whether the parser put it in because something is missing in the text.</param>
public sealed record SyntaxNode(string Type, string Text, int Line, bool Missing, IReadOnlyList<SyntaxNode> Children)
{
    /// <summary>This node and everything below it, in the order of the text.</summary>
    public IEnumerable<SyntaxNode> Subtree() => Children.SelectMany(child => child.Subtree()).Prepend(this);

    /// <summary>The nodes of a type, this one included.</summary>
    public IEnumerable<SyntaxNode> All(string type) => Subtree().Where(node => node.Type == type);

    /// <summary>The first child of a type; null where there is none.</summary>
    public SyntaxNode? Child(string type) => Children.FirstOrDefault(child => child.Type == type);

    /// <summary>The text without the quotes of a string.</summary>
    public string Unquoted() => Text.Trim('\'');
}
