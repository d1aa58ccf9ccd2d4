using ScoreGuard.Benchmarks.Measuring;

namespace ScoreGuard.Benchmarks.Contestants;

/// <summary>A workspace of the benchmark's leads with an approved baseline, so that the next run judges and passes.</summary>
internal static class BenchmarkWorkspace
{
    private const int NoBaseline = 3;

    /// <summary>Makes it anew in <paramref name="folder"/>; never timed.</summary>
    /// <param name="program">The <c>scoreguard</c> that is used, and later measured.</param>
    /// <returns>The arguments of the run to be measured.</returns>
    public static string[] Prepare(string program, string folder, string model, string leads, string asOf)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        File.Copy(model, Path.Combine(folder, "model.yaml"));
        File.Copy(leads, Path.Combine(folder, "leads.jsonl"));
        File.WriteAllText(
            Path.Combine(folder, "scoreguard.yaml"),
            $$"""
            scoreguard: 1
            name: Benchmark
            model: model.yaml
            leads: leads.jsonl
            asOf: {{asOf}}
            sales: { stages: [MQL] }

            """
        );
        Call(0, "generate", folder);
        Call(NoBaseline, "run", folder, "--reason", "The first");
        Call(0, "decide", "latest", folder, "--accept-all", "--by", "benchmark", "--reason", "The first");
        return ["run", folder, "--reason", "Measured"];

        void Call(int expectedExit, params string[] arguments) =>
            WholeProcess.Run(Cores.Program(null, program, arguments), expectedExit);
    }
}
