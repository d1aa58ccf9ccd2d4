namespace ScoreGuard.Reporting.Words;

/// <summary>How a verdict is dressed: colour and sign repeat what its words say, they never say it alone.</summary>
internal enum Tone
{
    Calm,
    Attention,
    Neutral,
    Alarm,
}
