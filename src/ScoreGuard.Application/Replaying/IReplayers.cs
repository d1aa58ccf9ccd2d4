using System.Buffers;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Application.Replaying;

/// <summary>What scores leads.</summary>
public interface IReplayers
{
    /// <summary>Another one may give other outcomes for the same model and leads.</summary>
    string EngineVersion { get; }

    /// <summary>May be shared by threads.</summary>
    IReplayer Compile(ScoringModel model);
}

/// <summary>One model, ready to replay leads.</summary>
public interface IReplayer
{
    IReplaySession NewSession();
}

/// <summary>One thread's.</summary>
public interface IReplaySession
{
    /// <summary>Replays JSON lines; an outcome line each, in their order. Bad lines are diagnosed and give none.</summary>
    /// <returns>How many outcomes were written.</returns>
    int Replay(ReplayBlock block, IBufferWriter<byte> outcomes, DiagnosticBag diagnostics);
}

/// <param name="firstLine">The number of its first line in its file, from 1.</param>
public readonly ref struct ReplayBlock(ReadOnlySpan<byte> lines, int firstLine, Instant asOf)
{
    public ReadOnlySpan<byte> Lines { get; } = lines;

    public int FirstLine { get; } = firstLine;

    public Instant AsOf { get; } = asOf;
}
