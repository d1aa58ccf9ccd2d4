namespace ScoreGuard.Functions.Tests.Ui;

/// <summary>The machine's clock, set ahead at will.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
