namespace ScoreGuard.FakePlatforms.HubSpot;

/// <summary>Something that goes wrong with some calls.</summary>
/// <param name="On">A part of the path of the calls that it befalls.</param>
public sealed record HubSpotFault(string On, HubSpotFaultKind Kind)
{
    /// <summary>How many calls it befalls.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Calls that go well before it.</summary>
    public int After { get; init; }

    /// <summary>What 429 asks to wait; null: it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Of <see cref="HubSpotFaultKind.Status"/>.</summary>
    public int Status { get; init; } = 503;

    /// <summary>Of <see cref="HubSpotFaultKind.PartOfTheBatch"/>: which inputs, by their place.</summary>
    public Predicate<int> Inputs { get; init; } = _ => true;
}

public enum HubSpotFaultKind
{
    /// <summary>429: too many calls in ten seconds.</summary>
    TooManyCalls,

    /// <summary>429: the day's calls are taken.</summary>
    DayIsSpent,

    /// <summary>401: the token was rotated.</summary>
    TokenRefused,

    /// <summary>403: the private app lacks a scope.</summary>
    ScopeMissing,

    /// <summary>Any other status, with an HTML body as gateways send it.</summary>
    Status,

    /// <summary>207: some inputs of a batch fail.</summary>
    PartOfTheBatch,

    /// <summary>The connection breaks before anything is done.</summary>
    Reset,

    /// <summary>It is done, and the connection breaks before the answer.</summary>
    AnswerLost,
}
