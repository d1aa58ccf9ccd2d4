using System.Text;
using ScoreGuard.Benchmarks.Contestants;
using ScoreGuard.Testing.Oracle;

namespace ScoreGuard.Benchmarks.Standard;

/// <summary>Only equal outcomes make equal work: compared to the byte before anything is timed.</summary>
internal static class StandardVerification
{
    /// <summary>Says on the console what agrees with what.</summary>
    /// <returns>False where the engine's outcomes differ from those of the program written by hand.</returns>
    public static bool EngineAgrees(StandardFiles files)
    {
        var leads = File.ReadAllBytes(files.LeadsOf(StandardFiles.Leads));
        var byHand = Outcomes(new HandWrittenEngine(), files, leads);
        File.WriteAllBytes(files.In("outcomes.jsonl"), byHand);
        if (ProductionEngine.Find() is not { } engine)
        {
            Console.Error.WriteLine("This build has no engine to compare with the program written by hand.");
            return true;
        }

        return Agree("engine", Outcomes(engine, files, leads), byHand);
    }

    /// <summary>Compares the program written by hand with the oracle, which takes about a second a lead.</summary>
    /// <param name="modelJson">The standard model as JSON.</param>
    public static bool OracleAgrees(StandardFiles files, string modelJson, int count)
    {
        var leads = File.ReadAllBytes(files.LeadsOf(count));
        var expected = SpecificationOracle.Outcomes(modelJson, Encoding.UTF8.GetString(leads), StandardLeads.AsOfText);
        return Agree("oracle", expected, Outcomes(new HandWrittenEngine(), files, leads));
    }

    private static byte[] Outcomes(IEngineUnderTest engine, StandardFiles files, byte[] leads)
    {
        using var outcomes = new MemoryStream();
        engine.Load(files.Model, StandardLeads.AsOfText);
        engine.WriteOutcomes(leads, outcomes);
        return outcomes.ToArray();
    }

    private static bool Agree(string other, byte[] outcomes, byte[] byHand)
    {
        var others = Encoding.UTF8.GetString(outcomes).Split('\n');
        var own = Encoding.UTF8.GetString(byHand).Split('\n');
        for (var line = 0; line < Math.Max(others.Length, own.Length); line++)
        {
            var theirs = others.ElementAtOrDefault(line);
            var ours = own.ElementAtOrDefault(line);
            if (!string.Equals(theirs, ours, StringComparison.Ordinal))
            {
                Console.Error.WriteLine($"Outcome {line + 1} differs.\n{other}: {theirs}\nby hand: {ours}");
                return false;
            }
        }

        Console.Error.WriteLine($"{own.Length - 1} outcomes of the {other} and by hand are equal to the byte.");
        return true;
    }
}
