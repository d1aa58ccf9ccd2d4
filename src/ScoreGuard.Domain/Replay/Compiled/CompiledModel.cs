using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Compiled;

/// <summary>A model as tables and indexes: what replays run on. Immutable; shared by all sessions.</summary>
internal sealed class CompiledModel
{
    public required ModelNames Names { get; init; }

    public required FieldTable[] Fields { get; init; }

    /// <summary>For each field the one that it is derived from, with its place among that one's children; -1: none.</summary>
    public required (int From, int Position)[] Derivations { get; init; }

    /// <summary>Fields with every source before what is derived from it.</summary>
    public required int[] FieldOrder { get; init; }

    /// <summary>The fields whose changes some rule waits for.</summary>
    public required int[] WatchedFields { get; init; }

    public required MatcherBits FieldBits { get; init; }

    public required MatcherBits PropertyBits { get; init; }

    public required PatternCache Patterns { get; init; }

    public required CompiledDimension[] Dimensions { get; init; }

    /// <summary>The dimensions that are sums, each after those that it sums.</summary>
    public required int[] SumOrder { get; init; }

    /// <summary>See <see cref="ScoreGuards.Sensitivities"/>; null: guards say nothing in this model.</summary>
    public required long[]? Sensitivities { get; init; }

    /// <summary>Slots of all dimensions together.</summary>
    public required int SlotCount { get; init; }

    /// <summary>Every enabled rule in document order.</summary>
    public required CompiledRule[] Rules { get; init; }

    /// <summary>The attribute rules that look at one bit of what is said of fields.</summary>
    public required BitRules BitRules { get; init; }

    /// <summary>The other attribute rules that look at fields alone: they are asked whenever fields change.</summary>
    public required CompiledAttributeRule[] FieldRules { get; init; }

    /// <summary>Attribute rules whose truth at the end of a step is remembered: <c>keep</c>, or of a dimension that may be unscored.</summary>
    public required CompiledAttributeRule[] Remembered { get; init; }

    public required int AttributeRuleCount { get; init; }

    public required CompiledIdleRule[] IdleRules { get; init; }

    public required CompiledMidnightRule[] MidnightRules { get; init; }

    public required CompiledLimit[] Limits { get; init; }

    public required CompiledCounter[] Counters { get; init; }

    /// <summary>The windowed counters on which something depends that may happen with time alone: a settle, a midnight rule, a remembered rule.</summary>
    public required int[] WindowedDids { get; init; }

    /// <summary>By activity type.</summary>
    public required CompiledType[] Types { get; init; }

    /// <summary>The words that the bits of an activity take, whatever its type.</summary>
    public required int ActivityWords { get; init; }

    public required CompiledStage[] Stages { get; init; }

    /// <summary>-1: no lifecycle.</summary>
    public required int StartStage { get; init; }

    public required int TransitionCount { get; init; }

    public required CompiledRoute[] Routes { get; init; }

    public required string? DefaultRoute { get; init; }

    public required CompiledBands[] Labels { get; init; }

    public required CompiledBands? GradeRows { get; init; }

    public required CompiledBands? GradeColumns { get; init; }

    /// <summary>Whether anything can happen at a midnight.</summary>
    public required bool HasMidnights { get; init; }
}
