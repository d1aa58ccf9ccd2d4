namespace ScoreGuard.Synthetic.Plans;

/// <summary>Whole numbers from <paramref name="Low"/> to <paramref name="High"/>, both included.</summary>
public readonly record struct WholeRange(long Low, long High);
