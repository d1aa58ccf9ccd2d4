using System.Diagnostics;
using System.Diagnostics.Metrics;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Functions.Observing;

/// <summary>Traces and figures, exported where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
internal static class Telemetry
{
    public const string Name = "ScoreGuard";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Runs = Meter.CreateCounter<long>(
        "scoreguard.runs",
        "{run}",
        "Runs that ended, by verdict and kind."
    );

    private static readonly Counter<long> Leads = Meter.CreateCounter<long>(
        "scoreguard.leads.replayed",
        "{lead}",
        "Leads replayed."
    );

    private static readonly Histogram<double> Speed = Meter.CreateHistogram<double>(
        "scoreguard.leads.speed",
        "{lead}/s",
        "Leads a second, by part of a run."
    );

    private static readonly Histogram<long> Drifted = Meter.CreateHistogram<long>(
        "scoreguard.leads.drifted",
        "{lead}",
        "Leads that drifted, by run."
    );

    private static readonly Histogram<double> Age = Meter.CreateHistogram<double>(
        "scoreguard.step.age",
        "s",
        "How long a step waited on the queue."
    );

    public static void Replayed(string workspace, long leads, TimeSpan elapsed)
    {
        var tag = new KeyValuePair<string, object?>("workspace", workspace);
        Leads.Add(leads, tag);
        Speed.Record(leads / Math.Max(elapsed.TotalSeconds, 0.001), tag);
    }

    public static void Finished(string workspace, RunRecord run)
    {
        var tag = new KeyValuePair<string, object?>("workspace", workspace);
        Runs.Add(1, tag, new("verdict", VerdictCode.Of(run.Verdict)), new("kind", run.Kind.ToString()));
        if (run.Verdict != Verdict.Broken)
        {
            Drifted.Record(run.Figures.Leads - run.Figures.Unchanged, tag);
        }
    }

    public static void Waited(TimeSpan age) => Age.Record(Math.Max(age.TotalSeconds, 0));
}
