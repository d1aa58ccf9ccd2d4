using System.Runtime.InteropServices;

namespace ScoreGuard.Benchmarks.HandWritten;

/// <param name="At">Unix milliseconds UTC.</param>
/// <param name="Change">What an <c>attribute_change</c> gives; otherwise null.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LeadActivity(long At, ActivityKind Kind, ActivityTags Tags, LeadAttributes? Change);
