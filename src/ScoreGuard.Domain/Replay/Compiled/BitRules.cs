using System.Numerics;
using ScoreGuard.Domain.Replay.Criteria;

namespace ScoreGuard.Domain.Replay.Compiled;

/// <summary>The attribute rules that one bit of what is said of fields decides: where the bit has not changed, nor has the rule.</summary>
/// <remarks>Every matcher has a bit of its own, so no bit decides two rules.</remarks>
internal sealed class BitRules
{
    private readonly CompiledAttributeRule?[] byBit;
    private readonly ulong[] decisive;

    /// <param name="words">How many words the bits of fields take.</param>
    public BitRules(IEnumerable<CompiledFieldRule> rules, int words)
    {
        byBit = new CompiledAttributeRule?[words * 64];
        decisive = new ulong[words];
        foreach (var (test, rule) in rules.Where(r => IsDecidedByOneBit(r)))
        {
            decisive[test.Word] |= test.Mask;
            byBit[(test.Word * 64) + BitOperations.TrailingZeroCount(test.Mask)] = rule;
        }
    }

    public static bool IsDecidedByOneBit(CompiledFieldRule rule) =>
        rule.Test.Form != FieldTestForm.None && BitOperations.IsPow2(rule.Test.Mask);

    /// <summary>By word, the bits that decide a rule.</summary>
    public ReadOnlySpan<ulong> Decisive => decisive;

    /// <param name="bit">From 0 in a word; one of <see cref="Decisive"/>.</param>
    public CompiledAttributeRule At(int word, int bit) => byBit[(word * 64) + bit]!;
}
