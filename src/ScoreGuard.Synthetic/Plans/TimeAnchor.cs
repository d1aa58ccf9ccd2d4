using ScoreGuard.Domain;

namespace ScoreGuard.Synthetic.Plans;

/// <summary>What a time counts from.</summary>
public abstract record TimeAnchor
{
    private TimeAnchor() { }

    public sealed record Creation : TimeAnchor;

    public sealed record AsOf : TimeAnchor;

    public sealed record Fixed(Instant At) : TimeAnchor;

    /// <summary>The first time of another step.</summary>
    public sealed record FirstOf(string Step) : TimeAnchor;

    /// <summary>The last time of another step.</summary>
    public sealed record LastOf(string Step) : TimeAnchor;

    /// <summary>Each time of another step: the step happens once (or as often as it says) for each.</summary>
    public sealed record EachOf(string Step) : TimeAnchor;

    /// <summary>The step that is counted from; null for an instant.</summary>
    public string? StepName =>
        this switch
        {
            FirstOf first => first.Step,
            LastOf last => last.Step,
            EachOf each => each.Step,
            _ => null,
        };
}
