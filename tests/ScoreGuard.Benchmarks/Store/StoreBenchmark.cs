using System.Diagnostics;
using ScoreGuard.Benchmarks.Measuring;
using ScoreGuard.Benchmarks.Standard;
using ScoreGuard.Storage.Azure;
using ScoreGuard.Testing.Azurite;

namespace ScoreGuard.Benchmarks.Store;

/// <summary>Writing and reading a baseline of 20,000 leads against one emulator, contestants by turns, medians of five.</summary>
internal sealed class StoreBenchmark(StandardFiles files)
{
    private const int Rounds = 5;
    private const int TimesOfQuickOnes = 10;

    /// <summary>Until then the runtime is still compiling what reads: the first fifty take up to twice the time of later ones.</summary>
    private const int ReadsBefore = 200;

    public async Task<string> RunAsync()
    {
        var outcomes = new BaselineLines(files);
        await using var azurite = await AzuriteServer.StartAsync();
        var connection = AzureConnection.FromConnectionString(azurite.ConnectionString);
        var own = new OwnStore(connection, outcomes);
        var single = new EntityALead(azurite.ConnectionString, outcomes);
        using var raw = new RawRest(azurite, outcomes);
        await own.PrepareAsync();
        await single.PrepareAsync();
        await raw.PrepareAsync();
        IStoreContestant[] contestants = [own, raw, single];
        var figures = contestants.ToDictionary(one => one, _ => (Write: new Figures(), Read: new Figures()));
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var contestant in contestants)
            {
                var times = contestant == single ? 1 : TimesOfQuickOnes;
                if (round < 0 && contestant != single)
                {
                    await contestant.WriteAsync(Baseline(round, times));
                    await SecondsAsync(ReadsBefore, _ => contestant.ReadAsync(Baseline(round, times)));
                }

                var write = await SecondsAsync(times, time => contestant.WriteAsync(Baseline(round, time)));
                var read = await SecondsAsync(
                    times,
                    async time =>
                    {
                        var length = await contestant.ReadAsync(Baseline(round, time));
                        if (length != outcomes.Lines.Length)
                        {
                            throw new InvalidOperationException($"{contestant.Name} gave back {length} bytes.");
                        }
                    }
                );

                // The round before the first warms up.
                if (round >= 0)
                {
                    figures[contestant].Write.Add(write);
                    figures[contestant].Read.Add(read);
                }
            }
        }

        return new StorePage(outcomes, figures[own], figures[raw], figures[single]).Write();
    }

    private static string Baseline(int round, int time) => $"round-{round + 1}-{time}";

    private static async Task<double> SecondsAsync(int times, Func<int, Task> act)
    {
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        for (var time = 0; time < times; time++)
        {
            await act(time);
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds / times;
    }
}
