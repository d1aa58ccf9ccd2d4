using ScoreGuard.Domain.Replay.Criteria;
using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Compiled;

/// <summary>A <c>where</c>, and what it sets off where it is true.</summary>
/// <param name="Word">The word of <see cref="LeadState.Properties"/> that alone decides, by the one bit of <paramref name="Bit"/>.</param>
/// <param name="Bit">0: the node decides.</param>
/// <param name="SetsOff">Bits of the activity's type.</param>
internal readonly record struct ActivityTest(Node Node, int Word, ulong Bit, ulong[] SetsOff)
{
    public static ActivityTest Of(Node node, ulong[] setsOff) =>
        node is PropertyNode property ? new(node, property.Word, property.Bit, setsOff) : new(node, 0, 0, setsOff);

    public bool IsTrue(LeadState activity) =>
        Bit != 0
            ? (activity.Properties[activity.PropertyBase + Word].True & Bit) != 0
            : Node.Ask(activity) == Trit.True;
}
