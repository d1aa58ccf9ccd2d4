using System.Globalization;
using ScoreGuard.Benchmarks.Contestants;
using ScoreGuard.Benchmarks.Measuring;

namespace ScoreGuard.Benchmarks.Standard;

/// <summary>Measures the engine, the program written by hand and the peers side by side: five rounds, taking turns.</summary>
internal sealed class StandardBenchmark(StandardFiles files, StandardOptions options)
{
    private const int Rounds = 5;
    private const string OneCore = "0";

    private readonly StandardFigures figures = new();

    /// <exception cref="InvalidOperationException">Outcomes differ, or a program failed.</exception>
    public StandardFigures Run()
    {
        if (!StandardVerification.EngineAgrees(files))
        {
            throw new InvalidOperationException("Outcomes differ; speed means nothing before they agree.");
        }

        figures.Machine = Machine.Describe();
        figures.LoadBefore = Machine.Load();
        MeasureThroughput();
        MeasureColdStart();
        MeasureSizes();
        figures.LoadAfter = Machine.Load();
        return figures;
    }

    private void MeasureThroughput()
    {
        files.InstallPeers();
        var leads = files.LeadsOf(StandardFiles.Leads);
        StandardSteps.Write(leads, files.In("steps.jsonl"), files.In("step-outcomes.jsonl"));
        using var one = Contestant.Start(Cores.Self(OneCore, "worker", files.Model, leads, "1"));
        using var two = Contestant.Start(Cores.Self("0,1", "worker", files.Model, leads, "2"));
        using var zen = Peer("zen.js", leads);
        using var jsonRules = Peer("jsonRules.js", leads);
        string[] contestants = ProductionEngine.Find() is null ? ["hand"] : ["hand", "engine"];
        for (var round = 0; round < Rounds; round++)
        {
            Say($"round {round + 1} of {Rounds}");
            foreach (var contestant in contestants)
            {
                Measure(one, $"{contestant}/parsed/1", $"{contestant}/parsed/1", options.Milliseconds);
                Measure(one, $"{contestant}/jsonl/1", $"{contestant}/jsonl/1", options.Milliseconds);
                MeasureGain(two, $"{contestant}/parsed");
            }

            MeasureGain(two, "spin");
            foreach (var contest in (string[])["once", "steps"])
            {
                Measure(zen, contest, $"zen/{contest}", options.PeerMilliseconds);
                Measure(jsonRules, contest, $"json-rules/{contest}", options.PeerMilliseconds);
            }
        }
    }

    private void MeasureColdStart()
    {
        var leads = files.LeadsOf(StandardFiles.Leads);
        var byHand = files.Publish("tests/ScoreGuard.Benchmarks.HandWritten", "handwritten");
        var scoreguard = options.WithProgram ? files.Publish("src/ScoreGuard.Cli", "scoreguard") : null;
        for (var round = 0; round < Rounds; round++)
        {
            Say($"whole programs, round {round + 1} of {Rounds}");
            var hand = HandWritten(byHand, leads, "cold-hand.jsonl");
            figures.Of("cold/hand").Add(hand.Seconds);
            figures.Of("cold/hand/peak").Add(hand.PeakMebibytes);
            if (scoreguard is not null)
            {
                var engine = Score(scoreguard, leads, "cold-engine.jsonl");
                figures.Of("cold/engine").Add(engine.Seconds);
                figures.Of("cold/engine/peak").Add(engine.PeakMebibytes);
            }
        }
    }

    private void MeasureSizes()
    {
        var byHand = Path.Combine(files.Folder, "published/handwritten/handwritten");
        var scoreguard = Path.Combine(files.Folder, "published/scoreguard/scoreguard");
        foreach (var count in options.Sizes)
        {
            Say($"{count} leads");
            var leads = files.LeadsOf(count);
            Keep($"size/{count}/hand", HandWritten(byHand, leads, "size-hand.jsonl"));
            if (!options.WithProgram)
            {
                continue;
            }

            Keep($"size/{count}/score", Score(scoreguard, leads, "size-score.jsonl"));
            var workspace = files.In($"workspace-{count}");
            var run = BenchmarkWorkspace.Prepare(scoreguard, workspace, files.Model, leads, StandardLeads.AsOfText);
            Keep($"size/{count}/run", WholeProcess.Run(Cores.Program(null, scoreguard, run)));
            Directory.Delete(workspace, recursive: true);
        }
    }

    private Contestant Peer(string script, string leads) =>
        Contestant.Start(
            Cores.Program(
                OneCore,
                "node",
                Path.Combine(files.Peers, script),
                leads,
                files.In("outcomes.jsonl"),
                files.In("steps.jsonl"),
                files.In("step-outcomes.jsonl"),
                StandardSteps.PerLead.ToString(CultureInfo.InvariantCulture)
            )
        );

    private WholeProcess HandWritten(string program, string leads, string outcomes) =>
        WholeProcess.Run(Cores.Program(null, program, leads, StandardLeads.AsOfText, files.In(outcomes)));

    private WholeProcess Score(string program, string leads, string outcomes) =>
        WholeProcess.Run(
            Cores.Program(
                null,
                program,
                ProductionEngine.Score(files.Model, leads, StandardLeads.AsOfText, files.In(outcomes))
            )
        );

    private void Measure(Contestant contestant, string contest, string name, int milliseconds) =>
        figures.Of(name).Add(contestant.Round(milliseconds, contest).Single());

    /// <summary>Two cores and one take turns pass by pass, so that a machine that slows down slows both.</summary>
    private void MeasureGain(Contestant contestant, string contest)
    {
        var speeds = contestant.Round(options.Milliseconds, $"{contest}/1", $"{contest}/2");
        figures.Of($"{contest}/1 of 2").Add(speeds[0]);
        figures.Of($"{contest}/2").Add(speeds[1]);
    }

    private void Keep(string name, WholeProcess whole)
    {
        figures.Of(name).Add(whole.Seconds);
        figures.Of(name + "/peak").Add(whole.PeakMebibytes);
    }

    private static void Say(string text) => Console.Error.WriteLine(text);
}
