using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Criteria;

/// <summary>Whether a <c>when</c> lets something happen: only true does.</summary>
/// <remarks>Most look at one word of what is said of fields: these are bits to look at here, without a call.</remarks>
internal sealed class Condition
{
    private Condition(Node node, FieldTest test) => (Node, Test) = (node, test);

    public Node Node { get; }

    public FieldTest Test { get; }

    /// <param name="node">Over the lead; null: always true.</param>
    /// <returns>Null: always true.</returns>
    public static Condition? When(Node? node) => node is null ? null : new(node, FieldTest.Of(node));

    public bool IsTrue(LeadState lead) =>
        Test.Form switch
        {
            FieldTestForm.All => (lead.Fields[lead.FieldBase + Test.Word] & Test.Mask) == Test.Mask,
            FieldTestForm.Any => (lead.Fields[lead.FieldBase + Test.Word] & Test.Mask) != 0,
            _ => Node.Ask(lead) == Trit.True,
        };
}
