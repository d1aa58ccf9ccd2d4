using System.Buffers;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Replay;

namespace ScoreGuard.Application.Replaying;

/// <summary>Our own engine.</summary>
public sealed class EngineReplayers : IReplayers
{
    public string EngineVersion => ReplayEngine.Version;

    public IReplayer Compile(ScoringModel model) => new Compiled(ReplayEngine.Compile(model));

    private sealed class Compiled(ReplayEngine engine) : IReplayer
    {
        public IReplaySession NewSession() => new Session(engine.NewSession());
    }

    private sealed class Session(ReplaySession session) : IReplaySession
    {
        public int Replay(ReplayBlock block, IBufferWriter<byte> outcomes, DiagnosticBag diagnostics) =>
            session.Replay(block.Lines, block.FirstLine, block.AsOf, outcomes, diagnostics);
    }
}
