using System.Text;

namespace ScoreGuard.Domain.Documents;

/// <summary>Where in a document: <c>scores.fit.rules[2].when.country</c>.</summary>
/// <remarks>A chain that is spelled only when somebody asks: most places of a document are never complained about.</remarks>
public sealed class DocumentPath
{
    private readonly DocumentPath? parent;
    private readonly string? key;
    private readonly int index;

    private DocumentPath(DocumentPath? parent, string? key, int index) =>
        (this.parent, this.key, this.index) = (parent, key, index);

    public static DocumentPath Root { get; } = new(null, null, 0);

    public DocumentPath Key(string name) => new(this, name, 0);

    public DocumentPath Item(int position) => new(this, null, position);

    /// <summary>Keys joined by dots, items in brackets from 0; long keys are cut. Empty for the root.</summary>
    public override string ToString()
    {
        var steps = new Stack<DocumentPath>();
        for (var at = this; at.parent is not null; at = at.parent)
        {
            steps.Push(at);
        }

        var text = new StringBuilder();
        foreach (var step in steps)
        {
            if (step.key is null)
            {
                text.Append('[').Append(step.index).Append(']');
            }
            else
            {
                text.Append(text.Length == 0 ? "" : ".").Append(Quote.Plain(step.key));
            }
        }

        return text.ToString();
    }
}
