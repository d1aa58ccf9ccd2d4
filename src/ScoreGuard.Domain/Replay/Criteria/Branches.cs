using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Criteria;

/// <summary>Several matchers on fields, all of them: a mask a column instead of a question each.</summary>
internal sealed class AllFieldsNode : Node
{
    private readonly FieldNode[] parts;
    private readonly (int Column, ulong Mask)[] masks;

    public AllFieldsNode(FieldNode[] parts)
    {
        this.parts = parts;
        masks =
        [
            .. parts.GroupBy(p => p.Column).Select(g => (g.Key, g.Aggregate(0UL, (mask, part) => mask | part.Bit))),
        ];
    }

    /// <summary>The one column and mask that decide, where all parts ask the same; null: there are several.</summary>
    public (int Column, ulong Mask)? Only => masks is [var only] ? only : null;

    public override Trit Ask(LeadState lead)
    {
        var all = Trit.True;
        foreach (var (column, mask) in masks)
        {
            var isTrue = lead.Fields[lead.FieldBase + column];
            if ((isTrue & mask) == mask)
            {
                continue;
            }

            if (((isTrue | lead.Fields[lead.FieldBase + lead.UnknownFields + column]) & mask) != mask)
            {
                return Trit.False;
            }

            all = Trit.Unknown;
        }

        return all;
    }

    public override IEnumerable<(Criterion Leaf, Trit Answer)> Obstacles(LeadState lead, Trit wanted) =>
        Ask(lead) == wanted ? [] : parts.SelectMany(p => p.Obstacles(lead, wanted));
}

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
