namespace ScoreGuard.Synthetic.Plans;

/// <summary>How a country or a phone number is written.</summary>
public enum FakeForm
{
    /// <summary>Country: <c>DE</c>.</summary>
    Code,

    /// <summary>Country: <c>DEU</c>.</summary>
    Code3,

    /// <summary>Country: <c>Germany</c>.</summary>
    Name,

    /// <summary>Country: <c>Deutschland</c>.</summary>
    Native,

    /// <summary>Phone: <c>+49 30 23125 017</c>.</summary>
    International,

    /// <summary>Phone: <c>030 23125 017</c>.</summary>
    National,

    /// <summary>Phone: <c>+493023125017</c>.</summary>
    Compact,
}
