namespace ScoreGuard.Synthetic.Plans;

/// <summary>How numbers lie in their range.</summary>
public enum Spread
{
    /// <summary>All equally likely.</summary>
    Even,

    /// <summary>Towards the middle: the mean of three.</summary>
    Bell,

    /// <summary>Towards the low end, as company sizes do: the cube of a fraction.</summary>
    Low,
}
