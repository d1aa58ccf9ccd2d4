namespace ScoreGuard.Reporting.Pages;

/// <summary>A run that has not ended.</summary>
public sealed record UnderWayView(ShellView Shell, UnderWayLine Run, string Href);
