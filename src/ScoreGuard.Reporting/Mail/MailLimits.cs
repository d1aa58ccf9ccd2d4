namespace ScoreGuard.Reporting.Mail;

/// <summary>How much of each list a mail shows; what is left out is counted.</summary>
internal sealed record MailLimits(int Causes, int Moves, int Leads, int Problems)
{
    /// <summary>From what a reader takes in to what always fits, however long and however hostile the texts are.</summary>
    public static IReadOnlyList<MailLimits> Levels { get; } = [new(6, 6, 8, 10), new(4, 4, 3, 6), new(3, 0, 0, 3)];
}
