namespace ScoreGuard.Domain.Replay.Values;

/// <summary>Three-valued truth. Unknown: a value that it needs is missing.</summary>
internal enum Trit : byte
{
    False,
    True,
    Unknown,
}
