namespace ScoreGuard.Synthetic.Plans;

/// <summary>How an attribute of a lead, or a property of an activity, comes about.</summary>
public sealed record AttributePlan(string Name, ValuePlan Value, Dirt Dirt);
