namespace ScoreGuard.Synthetic.Plans;

/// <summary>One of several possibilities. <paramref name="Weight"/> is 0 or more; in a list at least one is above 0.</summary>
public readonly record struct Weighted<T>(T Item, decimal Weight);
