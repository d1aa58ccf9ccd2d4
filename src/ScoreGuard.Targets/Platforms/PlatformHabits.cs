using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Targets.Platforms;

/// <summary>How one platform authorises, and what its answers mean.</summary>
public abstract class PlatformHabits
{
    /// <summary>As people call it.</summary>
    public abstract string Platform { get; }

    /// <summary>Puts credentials on a request.</summary>
    /// <param name="renewed">The last ones were refused as expired: get new ones.</param>
    /// <exception cref="TargetFault">There are none to be had.</exception>
    public abstract Task AuthorizeAsync(HttpRequestMessage request, bool renewed, CancellationToken cancellationToken);

    /// <summary>What an answer asks for.</summary>
    public virtual AnswerMeaning Judge(PlatformAnswer answer) =>
        (int)answer.Status switch
        {
            >= 200 and < 300 => AnswerMeaning.Done,
            401 => AnswerMeaning.Expired,
            403 => AnswerMeaning.Refused,
            408 or 429 => AnswerMeaning.AgainSurelyNotDone,
            >= 500 => AnswerMeaning.Again,
            _ => AnswerMeaning.Wrong,
        };

    /// <summary>The platform's own words and code for what it refused, without data of leads; empty: none.</summary>
    public abstract string Explain(PlatformAnswer answer);
}

/// <summary>What an answer asks for.</summary>
public enum AnswerMeaning
{
    /// <summary>It did what was asked, be it in part: the caller reads which.</summary>
    Done,

    /// <summary>It may or may not have been done; ask again later.</summary>
    Again,

    /// <summary>It was surely not done; ask again later.</summary>
    AgainSurelyNotDone,

    /// <summary>The credentials are too old; ask again with new ones.</summary>
    Expired,

    /// <summary>The credentials may not do that.</summary>
    Refused,

    /// <summary>The day's calls are taken.</summary>
    BudgetSpent,

    /// <summary>The request is not one that the platform takes.</summary>
    Wrong,
}
