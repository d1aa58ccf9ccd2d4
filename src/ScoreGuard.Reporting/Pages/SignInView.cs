namespace ScoreGuard.Reporting.Pages;

/// <param name="Next">Where to go then: a page of this app.</param>
/// <param name="Error">What was wrong with the last attempt; null: there was none.</param>
public sealed record SignInView(ShellView Shell, string Action, string Token, string Next, string? Error);
