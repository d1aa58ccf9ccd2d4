using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Replay.Points;
using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Criteria;

internal abstract class LeafNode(Criterion source) : Node
{
    public sealed override IEnumerable<(Criterion Leaf, Trit Answer)> Obstacles(LeadState lead, Trit wanted)
    {
        var answer = Ask(lead);
        return answer == wanted ? [] : [(source, answer)];
    }
}

/// <summary>A matcher on a field: a bit in a word.</summary>
internal sealed class FieldNode(Criterion source, int word, ulong bit) : LeafNode(source)
{
    public int Word => word;

    public ulong Bit => bit;

    public override Trit Ask(LeadState lead) =>
        (lead.Fields[lead.FieldBase + word] & bit) != 0 ? Trit.True
        : (lead.Fields[lead.FieldBase + lead.UnknownFields + word] & bit) != 0 ? Trit.Unknown
        : Trit.False;
}

/// <summary>A matcher on a property of the present activity.</summary>
internal sealed class PropertyNode(Criterion source, int word, ulong bit) : LeafNode(source)
{
    public int Word => word;

    public ulong Bit => bit;

    public override Trit Ask(LeadState lead)
    {
        ref readonly var answers = ref lead.Properties[lead.PropertyBase + word];
        return (answers.True & bit) != 0 ? Trit.True
            : (answers.Unknown & bit) != 0 ? Trit.Unknown
            : Trit.False;
    }
}

/// <param name="answers">For each stage.</param>
internal sealed class StageNode(Criterion source, Trit[] answers) : LeafNode(source)
{
    public override Trit Ask(LeadState lead) => answers[lead.Stage];
}

internal sealed class VisitsNode(Criterion source, int stage, NumberClasses classes, Trit[] answers) : LeafNode(source)
{
    public override Trit Ask(LeadState lead) => answers[classes.ClassOf((long)lead.Visits[stage])];
}

internal sealed class DidNode(Criterion source, int counter, int atLeast) : LeafNode(source)
{
    public override Trit Ask(LeadState lead) =>
        lead.Counters[counter].CountAt(lead.Now) >= atLeast ? Trit.True : Trit.False;
}

/// <summary>A matcher on a score, or on the label that its value has.</summary>
internal sealed class ScoreNode(Criterion source, int dimension, NumberClasses classes, Trit[] answers, Trit ofMissing)
    : LeafNode(source)
{
    public override Trit Ask(LeadState lead)
    {
        var @class = lead.ScoreClass(dimension, classes);
        return @class < 0 ? ofMissing : answers[@class];
    }
}

/// <param name="answers">For each class of the row score, for each class of the column score.</param>
internal sealed class GradeNode(
    Criterion source,
    (int Dimension, NumberClasses Classes) rows,
    (int Dimension, NumberClasses Classes) columns,
    Trit[][] answers,
    Trit ofMissing
) : LeafNode(source)
{
    public override Trit Ask(LeadState lead)
    {
        var row = lead.ScoreClass(rows.Dimension, rows.Classes);
        var column = lead.ScoreClass(columns.Dimension, columns.Classes);
        return row < 0 || column < 0 ? ofMissing : answers[row][column];
    }
}
