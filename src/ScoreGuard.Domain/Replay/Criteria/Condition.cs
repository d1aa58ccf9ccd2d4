using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Criteria;

/// <summary>Whether a <c>when</c> or <c>where</c> lets something happen: only true does.</summary>
/// <remarks>Most ask one field or one property; these are asked here, without a call.</remarks>
internal readonly struct Condition
{
    private readonly ulong mask;
    private readonly int column;
    private readonly Form form;

    /// <param name="node">Null: always true.</param>
    public Condition(Node? node)
    {
        Node = node;
        (form, column, mask) = node switch
        {
            null => (Form.Always, 0, 0UL),
            FieldNode field => (Form.Field, field.Column, field.Bit),
            AllFieldsNode { Only: (var only, var bits) } => (Form.Field, only, bits),
            PropertyNode property => (Form.Property, property.Column, property.Bit),
            _ => (Form.Other, 0, 0UL),
        };
    }

    private enum Form : byte
    {
        Always,
        Field,
        Property,
        Other,
    }

    /// <summary>Null: always true.</summary>
    public Node? Node { get; }

    public bool IsTrue(LeadState lead) =>
        form switch
        {
            Form.Always => true,
            Form.Field => (lead.Fields[lead.FieldBase + column].True & mask) == mask,
            Form.Property => (lead.Properties[lead.PropertyBase + column].True & mask) == mask,
            _ => Node!.Ask(lead) == Trit.True,
        };
}
