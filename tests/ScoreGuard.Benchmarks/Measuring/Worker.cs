using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ScoreGuard.Benchmarks.Contestants;
using ScoreGuard.Benchmarks.Standard;

namespace ScoreGuard.Benchmarks.Measuring;

/// <summary>The side of a <see cref="Contestant"/> that measures: the engines in one process, taking turns.</summary>
/// <remarks>Contests are named <c>hand/parsed/1</c>: who, from what, on how many threads.</remarks>
internal sealed class Worker
{
    private const int SpinRounds = 60_000_000;

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
            worker.Measure([pass], WarmUp);
        }

        Console.WriteLine("""{"ready":true}""");
        while (Console.ReadLine()?.Split(' ') is [.. var contests, var milliseconds])
        {
            var least = TimeSpan.FromMilliseconds(int.Parse(milliseconds, CultureInfo.InvariantCulture));
            var leadsPerSecond = worker.Measure([.. contests.Select(contest => worker.passes[contest])], least);
            Console.WriteLine(JsonSerializer.Serialize(new { leadsPerSecond }));
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
            passes["spin/1"] = () => Spin(1);
            passes[$"spin/{threads}"] = () => Spin(threads);
        }
    }

    /// <summary>Lets passes take turns, one after the other, until each has had so long; leads a second of each.</summary>
    private double[] Measure(Func<long>[] turns, TimeSpan least)
    {
        var taken = new TimeSpan[turns.Length];
        var rounds = 0L;
        do
        {
            for (var turn = 0; turn < turns.Length; turn++)
            {
                var start = Now();
                if (turns[turn]() != expected)
                {
                    throw new InvalidOperationException("The same leads were scored in another way than before.");
                }

                taken[turn] += Now() - start;
            }

            rounds++;
        } while (taken.Min() < least);

        return [.. taken.Select(time => rounds * count / time.TotalSeconds)];
    }

    /// <summary>Work of one thread that no memory, cache or other thread can slow down: what more cores are worth here.</summary>
    private long Spin(int threads)
    {
        Parallel.For(
            0,
            threads,
            new() { MaxDegreeOfParallelism = threads },
            _ =>
            {
                var state = 88_172_645_463_325_252UL;
                for (var left = SpinRounds / threads; left > 0; left--)
                {
                    state ^= state << 13;
                    state ^= state >> 7;
                    state ^= state << 17;
                }

                GC.KeepAlive(state);
            }
        );
        return expected;
    }

    /// <summary>
    /// On one core processor time, which other work on the machine does not lengthen; what counts for several is when
    /// the last one is ready, which only a clock tells, and then for the one that they are compared with too.
    /// </summary>
    private TimeSpan Now() => byClock ? Stopwatch.GetElapsedTime(0) : Environment.CpuUsage.TotalTime;
}
