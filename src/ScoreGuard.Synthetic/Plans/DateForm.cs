namespace ScoreGuard.Synthetic.Plans;

/// <summary>How a date is written. A model reads the first two.</summary>
public enum DateForm
{
    /// <summary><c>2026-03-02</c>.</summary>
    Date,

    /// <summary><c>2026-03-02T09:00:00Z</c>.</summary>
    Instant,

    /// <summary><c>02.03.2026</c>.</summary>
    Dmy,

    /// <summary><c>03/02/2026</c>.</summary>
    Mdy,
}
