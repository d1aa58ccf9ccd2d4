namespace ScoreGuard.Synthetic.Plans;

/// <summary>Who refers to whom in a persona.</summary>
internal static class References
{
    /// <summary>The attributes (and known names) that a value is made from, repeats included.</summary>
    public static IEnumerable<string> Of(ValuePlan value) =>
        value switch
        {
            ValuePlan.Choice choice => choice.Options.SelectMany(option => Of(option.Item)),
            ValuePlan.Filled filled => filled.Template.References,
            ValuePlan.Email email => email.User.References.Concat(email.Domain.References),
            ValuePlan.Copy copy => [copy.Attribute],
            ValuePlan.By by => by.Cases.SelectMany(@case => Of(@case.Then)).Append(by.Source).Concat(Of(by.Otherwise)),
            _ => [],
        };

    /// <summary>The steps that come before <paramref name="step"/> where instants are equal.</summary>
    public static IEnumerable<string> Before(Persona persona, StepPlan step)
    {
        if (Follows(step.At))
        {
            yield return ((Timing.Relative)step.At).Anchor.StepName!;
        }

        foreach (var other in persona.Steps)
        {
            if (
                !Follows(other.At)
                && other.At is Timing.Relative { Anchor.StepName: { } follower }
                && string.Equals(follower, step.Id, StringComparison.Ordinal)
            )
            {
                yield return other.Id;
            }
        }
    }

    private static bool Follows(Timing at) =>
        at
            is Timing.Relative { Anchor: TimeAnchor.LastOf }
                or Timing.Relative { LowSeconds: >= 0, Anchor: TimeAnchor.EachOf };
}
