using System.Diagnostics;
using System.Globalization;
using ScoreGuard.Benchmarks.Contestants;
using ScoreGuard.Benchmarks.Standard;

namespace ScoreGuard.Benchmarks.Measuring;

/// <summary>The side of a <see cref="Contestant"/> that measures: the engines in one process, taking turns.</summary>
/// <remarks>Contests are named <c>hand/parsed/1</c>: who, from what, on how many threads.</remarks>
internal sealed class Worker
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, Func<long>> passes = [];
    private readonly byte[] leads;
    private readonly bool byClock;
    private int count;
    private long expected;

    private Worker(string leadsPath, bool byClock)
    {
        leads = File.ReadAllBytes(leadsPath);
        this.byClock = byClock;
    }

    public static int Serve(string modelPath, string leadsPath, int threads)
    {
        var worker = new Worker(leadsPath, byClock: threads > 1);
        worker.Enter("hand", new HandWrittenEngine(), modelPath, threads);
        if (ProductionEngine.Find() is { } engine)
        {
            worker.Enter("engine", engine, modelPath, threads);
        }

        foreach (var pass in worker.passes.Values)
        {
            worker.Measure(pass, WarmUp);
        }

        Console.WriteLine("""{"ready":true}""");
        while (Console.ReadLine()?.Split(' ') is [var contest, var milliseconds])
        {
            var least = TimeSpan.FromMilliseconds(int.Parse(milliseconds, CultureInfo.InvariantCulture));
            var leadsPerSecond = worker.Measure(worker.passes[contest], least);
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $$"""{"leadsPerSecond":{{leadsPerSecond:F1}}}""")
            );
        }

        return 0;
    }

    private void Enter(string name, IEngineUnderTest engine, string modelPath, int threads)
    {
        engine.Load(modelPath, StandardLeads.AsOfText);
        var parsed = engine.Parse(leads);
        count = parsed.Count;
        var sum = engine.Score(parsed, 1);
        if (passes.Count > 0 && sum != expected)
        {
            throw new InvalidOperationException(
                $"{name} scores the leads to {sum}, the contestant before it to {expected}."
            );
        }

        expected = sum;
        passes.Add($"{name}/parsed/1", () => engine.Score(parsed, 1));
        passes.Add($"{name}/jsonl/1", () => engine.ReadAndScore(leads));
        if (threads > 1)
        {
            passes.Add($"{name}/parsed/{threads}", () => engine.Score(parsed, threads));
        }
    }

    private double Measure(Func<long> pass, TimeSpan least)
    {
        var start = Now();
        var scored = 0L;
        do
        {
            if (pass() != expected)
            {
                throw new InvalidOperationException("The same leads were scored in another way than before.");
            }

            scored += count;
        } while (Now() - start < least);

        return scored / (Now() - start).TotalSeconds;
    }

    /// <summary>
    /// On one core processor time, which other work on the machine does not lengthen; what counts for several is when
    /// the last one is ready, which only a clock tells, and then for the one that they are compared with too.
    /// </summary>
    private TimeSpan Now() => byClock ? Stopwatch.GetElapsedTime(0) : Environment.CpuUsage.TotalTime;
}
