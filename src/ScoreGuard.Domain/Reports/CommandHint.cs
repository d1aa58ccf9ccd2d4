namespace ScoreGuard.Domain.Reports;

/// <summary>A command that the reader may want next.</summary>
/// <param name="Purpose">What it does, as a sentence's start: "Accept all of this as a new baseline version".</param>
/// <param name="Command">The whole line, ready to paste: <c>scoreguard decide 20260310-a1 …</c>.</param>
public sealed record CommandHint(string Purpose, string Command);
