using ScoreGuard.Domain.Replay.Criteria;

namespace ScoreGuard.Domain.Replay.Compiled;

/// <summary>An attribute rule that looks at fields alone.</summary>
internal readonly record struct CompiledFieldRule(FieldTest Test, CompiledAttributeRule Rule)
{
    public static CompiledFieldRule Of(CompiledAttributeRule rule) => new(rule.When?.Test ?? default, rule);
}
