using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Criteria;

internal sealed class AllNode(Node[] parts) : Node
{
    public override Trit Ask(LeadState lead)
    {
        var all = Trit.True;
        foreach (var part in parts)
        {
            switch (part.Ask(lead))
            {
                case Trit.False:
                    return Trit.False;
                case Trit.Unknown:
                    all = Trit.Unknown;
                    break;
            }
        }

        return all;
    }

    public override IEnumerable<(Criterion Leaf, Trit Answer)> Obstacles(LeadState lead, Trit wanted) =>
        Ask(lead) == wanted ? [] : parts.SelectMany(p => p.Obstacles(lead, wanted));
}

internal sealed class AnyNode(Node[] parts) : Node
{
    public override Trit Ask(LeadState lead)
    {
        var any = Trit.False;
        foreach (var part in parts)
        {
            switch (part.Ask(lead))
            {
                case Trit.True:
                    return Trit.True;
                case Trit.Unknown:
                    any = Trit.Unknown;
                    break;
            }
        }

        return any;
    }

    public override IEnumerable<(Criterion Leaf, Trit Answer)> Obstacles(LeadState lead, Trit wanted) =>
        Ask(lead) == wanted ? [] : parts.SelectMany(p => p.Obstacles(lead, wanted));
}

internal sealed class NotNode(Node inner) : Node
{
    public override Trit Ask(LeadState lead) =>
        inner.Ask(lead) switch
        {
            Trit.True => Trit.False,
            Trit.False => Trit.True,
            _ => Trit.Unknown,
        };

    // What stands under a `not` is shown as it was written, with its own answer.
    public override IEnumerable<(Criterion Leaf, Trit Answer)> Obstacles(LeadState lead, Trit wanted) =>
        inner.Obstacles(lead, wanted == Trit.True ? Trit.False : Trit.True);
}
