using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Replay.Compiled;

namespace ScoreGuard.Domain.Replay;

/// <summary>A model, compiled once, that leads can be replayed through. Immutable and safe for any number of threads.</summary>
public sealed class ReplayEngine
{
    /// <summary>Changes with every change of this code that may give other bytes for the same model and leads.</summary>
    public const string Version = "1";

    private ReplayEngine(CompiledModel model, string modelHash)
    {
        Model = model;
        ModelHash = modelHash;
    }

    public string ModelHash { get; }

    internal CompiledModel Model { get; }

    public static ReplayEngine Compile(ScoringModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(ModelCompiler.Compile(model), model.Hash);
    }

    /// <summary>What one thread replays with. Its buffers and interned text are its own.</summary>
    public ReplaySession NewSession() => new(Model);
}
