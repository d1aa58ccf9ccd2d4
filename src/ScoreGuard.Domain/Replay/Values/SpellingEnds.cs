using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScoreGuard.Domain.Replay.Values;

/// <summary>The first and last bytes of a spelling, and its length: of a short one that is all of it.</summary>
internal readonly record struct SpellingEnds(ulong Low, ulong High, int Length)
{
    // The first and last eight bytes may overlap.
    private const int Longest = 16;

    /// <summary>Whether equal ends are equal spellings.</summary>
    public bool AreAll => Length <= Longest;

    // Inlined: it is little work, done for every key and value.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SpellingEnds Of(ReadOnlySpan<byte> spelling) =>
        spelling.Length switch
        {
            0 => default,
            < 4 => new(
                spelling[0] | ((ulong)spelling[spelling.Length / 2] << 8) | ((ulong)spelling[^1] << 16),
                0,
                spelling.Length
            ),
            < 8 => new(
                MemoryMarshal.Read<uint>(spelling) | ((ulong)MemoryMarshal.Read<uint>(spelling[^4..]) << 32),
                0,
                spelling.Length
            ),
            _ => new(MemoryMarshal.Read<ulong>(spelling), MemoryMarshal.Read<ulong>(spelling[^8..]), spelling.Length),
        };
}
