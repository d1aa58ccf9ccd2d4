namespace ScoreGuard.Reporting.Pages;

/// <summary>One thing is said: that a page does not exist, that something is not allowed, that the store does not answer.</summary>
public sealed record MessageView(ShellView Shell, string Heading, string Sentence, IReadOnlyList<LinkView> Links);
