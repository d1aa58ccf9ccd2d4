using System.Diagnostics;
using ScoreGuard.Application.Models;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Replay;

namespace ScoreGuard.Application.Scoring;

/// <summary>Replays a lead file through a model, outcomes as JSON Lines, without workspace, store or report.</summary>
public sealed class ScoreLeads(ITimeZones zones)
{
    /// <summary>Leads replayed so far.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <param name="outcomes">What was written to it by the time that leads are refused is not to be used.</param>
    /// <param name="trace">Takes the explanation of every lead; null: nobody asks.</param>
    public Parsed<ReplaySummary> Run(
        NamedBytes model,
        NamedStream leads,
        Instant asOf,
        Stream outcomes,
        Stream? trace,
        CancellationToken cancellationToken
    )
    {
        switch (ModelFile.Read(model.Name, model.Bytes, zones))
        {
            case Parsed<ScoringModel>.Refused refused:
                return new Parsed<ReplaySummary>.Refused(refused.Diagnostics);
            case Parsed<ScoringModel>.Ok read:
                var pipeline = new ReplayPipeline(ReplayEngine.Compile(read.Value), Environment.ProcessorCount)
                {
                    Traces = trace,
                };
                return pipeline.Run(leads.Stream, leads.Name, asOf, outcomes, Progress, cancellationToken);
            default:
                throw new UnreachableException();
        }
    }
}

/// <param name="Name">As diagnostics call it.</param>
public readonly record struct NamedBytes(string Name, byte[] Bytes);

/// <param name="Name">As diagnostics call it.</param>
public readonly record struct NamedStream(string Name, Stream Stream);
