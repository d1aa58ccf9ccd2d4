using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Criteria;

/// <summary>Whether a <c>when</c> or <c>where</c> lets something happen: only true does.</summary>
/// <remarks>
/// A <c>where</c> was asked when the activity was read, and most others ask one field: these are bits to look at here, without a call.
/// </remarks>
internal sealed class Condition
{
    private readonly ulong mask;
    private readonly int word;
    private readonly Form form;

    private Condition(Node node, Form form, int word, ulong mask) =>
        (Node, this.form, this.word, this.mask) = (node, form, word, mask);

    private enum Form : byte
    {
        Field,
        Where,
        Other,
    }

    public Node Node { get; }

    /// <summary>The word of <see cref="LeadState.Fields"/> and the bits in it that alone decide; no bits: something else decides.</summary>
    public (int Word, ulong Mask) FieldTest => form == Form.Field ? (word, mask) : (0, 0);

    /// <param name="node">Over the lead; null: always true.</param>
    /// <returns>Null: always true.</returns>
    public static Condition? When(Node? node) =>
        node switch
        {
            null => null,
            FieldNode field => new(node, Form.Field, field.Column, field.Bit),
            AllFieldsNode { Only: (var column, var mask) } => new(node, Form.Field, column, mask),
            _ => new(node, Form.Other, 0, 0),
        };

    /// <param name="node">Over an activity's properties; null: always true.</param>
    /// <param name="place">Which bit of <see cref="LeadState.Wheres"/> is its.</param>
    /// <returns>Null: always true.</returns>
    public static Condition? Where(Node? node, int place) =>
        node is null ? null : new(node, Form.Where, place / 64, 1UL << (place % 64));

    public bool IsTrue(LeadState lead) =>
        form switch
        {
            Form.Field => (lead.Fields[lead.FieldBase + word] & mask) == mask,
            Form.Where => (lead.Wheres[lead.WhereBase + word] & mask) != 0,
            _ => Node.Ask(lead) == Trit.True,
        };
}
