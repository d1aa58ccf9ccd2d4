using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Replay.Criteria;

namespace ScoreGuard.Domain.Replay.Compiled;

/// <summary>A rule with every name resolved.</summary>
/// <param name="Index">Place among all enabled rules, in document order.</param>
/// <param name="Slot">Where its points are summed: a group of its dimension, or the dimension's ungrouped rest.</param>
internal abstract record CompiledRule(int Index, string Id, int Dimension, int Slot, Condition? When);

/// <param name="Milli">Thousandths of a point.</param>
/// <param name="Reach">What its <c>when</c> depends on beside fields.</param>
/// <param name="Place">Place among the attribute rules.</param>
internal sealed record CompiledAttributeRule(
    int Index,
    string Id,
    int Dimension,
    int Slot,
    Condition? When,
    long Milli,
    bool Keep,
    CriterionReach Reach,
    int Place
) : CompiledRule(Index, Id, Dimension, Slot, When);

/// <param name="Limit">Index of its limit memory; -1: unlimited.</param>
internal abstract record CompiledFiringRule(
    int Index,
    string Id,
    int Dimension,
    int Slot,
    Condition? When,
    CompiledOperation Operation,
    int Limit
) : CompiledRule(Index, Id, Dimension, Slot, When)
{
    public OperationKind Kind { get; } = Operation.Kind;

    /// <summary>What it adds, before a limit cuts it; 1 for what adds nothing: its limit counts times.</summary>
    public long Points { get; } = Operation.Kind == OperationKind.Add ? Operation.Amount : 1;

    public bool Ages { get; } = Operation.Aging != AgingKind.None;
}

/// <param name="Changed">Fields of which one must have changed, a bit each in words of 64; null: not asked.</param>
/// <param name="Counter">-1: no <c>count</c>.</param>
internal sealed record CompiledActivityRule(
    int Index,
    string Id,
    int Dimension,
    int Slot,
    Condition? When,
    CompiledOperation Operation,
    int Limit,
    TypeSet On,
    Node? Where,
    ulong[]? Changed,
    int Counter,
    int AtLeast
) : CompiledFiringRule(Index, Id, Dimension, Slot, When, Operation, Limit);

/// <param name="After">Milliseconds.</param>
/// <param name="Every">Milliseconds; 0: once.</param>
/// <param name="Place">Place among the idle rules.</param>
internal sealed record CompiledIdleRule(
    int Index,
    string Id,
    int Dimension,
    int Slot,
    Condition? When,
    CompiledOperation Operation,
    int Limit,
    long After,
    long Every,
    TypeSet Of,
    bool Except,
    int Place
) : CompiledFiringRule(Index, Id, Dimension, Slot, When, Operation, Limit)
{
    public bool IsMovedBy(int type) => Of.Takes(type) != Except;
}

internal sealed record CompiledMidnightRule(
    int Index,
    string Id,
    int Dimension,
    int Slot,
    Condition? When,
    CompiledOperation Operation,
    int Limit
) : CompiledFiringRule(Index, Id, Dimension, Slot, When, Operation, Limit);

/// <param name="Amount">Thousandths to add or to set; millionths to multiply by.</param>
/// <param name="Period">Milliseconds of its ageing; 0: it does not age.</param>
/// <param name="PercentInMillionths">Of a decay, as millionths of a percent; 100% is 10⁸.</param>
internal sealed record CompiledOperation(
    OperationKind Kind,
    long Amount,
    AgingKind Aging,
    long Period,
    long PercentInMillionths
)
{
    /// <summary>After how many decays nothing is left.</summary>
    public long StepsToNothing { get; } =
        PercentInMillionths == 0 ? 0 : (100_000_000 + PercentInMillionths - 1) / PercentInMillionths;

    public static CompiledOperation Of(RuleOperation operation) =>
        operation switch
        {
            RuleOperation.Set set => new(OperationKind.Set, Points.PointsText.ToMilli(set.Value), AgingKind.None, 0, 0),
            RuleOperation.Multiply multiply => new(
                OperationKind.Multiply,
                (long)(multiply.Factor * 1_000_000m),
                AgingKind.None,
                0,
                0
            ),
            RuleOperation.Add add => Of(Points.PointsText.ToMilli(add.Points), add.Aging),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static CompiledOperation Of(long milli, Aging? aging) =>
        aging switch
        {
            null => new(OperationKind.Add, milli, AgingKind.None, 0, 0),
            Aging.Expires expires => new(OperationKind.Add, milli, AgingKind.Expires, expires.After.Milliseconds, 0),
            Aging.HalfLife halfLife => new(
                OperationKind.Add,
                milli,
                AgingKind.HalfLife,
                halfLife.Every.Milliseconds,
                0
            ),
            Aging.Decay decay => new(
                OperationKind.Add,
                milli,
                AgingKind.Decay,
                decay.Every.Milliseconds,
                (long)(decay.Percent * 1_000_000m)
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

internal enum OperationKind : byte
{
    Add,
    Set,
    Multiply,
}

internal enum AgingKind : byte
{
    None,
    Expires,
    Decay,
    HalfLife,
}

/// <param name="Times">0: not limited by times.</param>
/// <param name="Milli">0: not limited by points.</param>
/// <param name="Per">Milliseconds; 0: for ever.</param>
internal readonly record struct CompiledLimit(int Times, long Milli, long Per);
