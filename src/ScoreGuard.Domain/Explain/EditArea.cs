namespace ScoreGuard.Domain.Explain;

/// <summary>Which kind of part of a model an edit is about.</summary>
public enum EditArea
{
    /// <summary>The model's own name.</summary>
    Model,
    Field,
    List,
    Segment,

    /// <summary>A score: start, floor, cap, groups, weights.</summary>
    Dimension,
    Rule,
    Label,
    Grade,

    /// <summary>The stages and where a lead starts.</summary>
    Lifecycle,
    Transition,
    Routing,
    Calendar,
    Sla,
}
