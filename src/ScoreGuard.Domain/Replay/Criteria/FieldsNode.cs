using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Criteria;

/// <summary>Several matchers on fields, all or any of them: a mask a word instead of a question each.</summary>
internal sealed class FieldsNode : Node
{
    private readonly FieldNode[] parts;
    private readonly (int Word, ulong Mask)[] masks;

    /// <param name="isAll">False: any of them.</param>
    public FieldsNode(bool isAll, FieldNode[] parts)
    {
        IsAll = isAll;
        this.parts = parts;
        masks = [.. parts.GroupBy(p => p.Word).Select(g => (g.Key, g.Aggregate(0UL, (mask, part) => mask | part.Bit)))];
    }

    public bool IsAll { get; }

    /// <summary>The one word and mask that decide, where all parts stand in one; null: there are several.</summary>
    public (int Word, ulong Mask)? Only => masks is [var only] ? only : null;

    public override Trit Ask(LeadState lead) => IsAll ? AskAll(lead) : AskAny(lead);

    public override IEnumerable<(Criterion Leaf, Trit Answer)> Obstacles(LeadState lead, Trit wanted) =>
        Ask(lead) == wanted ? [] : parts.SelectMany(p => p.Obstacles(lead, wanted));

    private Trit AskAll(LeadState lead)
    {
        var all = Trit.True;
        foreach (var (word, mask) in masks)
        {
            var isTrue = lead.Fields[lead.FieldBase + word];
            if ((isTrue & mask) == mask)
            {
                continue;
            }

            if (((isTrue | lead.Fields[lead.FieldBase + lead.UnknownFields + word]) & mask) != mask)
            {
                return Trit.False;
            }

            all = Trit.Unknown;
        }

        return all;
    }

    private Trit AskAny(LeadState lead)
    {
        var any = Trit.False;
        foreach (var (word, mask) in masks)
        {
            if ((lead.Fields[lead.FieldBase + word] & mask) != 0)
            {
                return Trit.True;
            }

            if ((lead.Fields[lead.FieldBase + lead.UnknownFields + word] & mask) != 0)
            {
                any = Trit.Unknown;
            }
        }

        return any;
    }
}
