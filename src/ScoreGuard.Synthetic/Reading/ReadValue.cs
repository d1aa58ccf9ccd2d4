using System.Collections.Immutable;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>A value, and the attributes that it refers to.</summary>
internal sealed record ReadValue(ValuePlan Plan, Dirt Dirt, ImmutableArray<NameUse> Uses)
{
    public static ReadValue Of(ValuePlan plan) => new(plan, Dirt.None, []);
}
