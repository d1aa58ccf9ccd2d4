using System.Globalization;
using ScoreGuard.Benchmarks;
using ScoreGuard.Benchmarks.Measuring;
using ScoreGuard.Benchmarks.Standard;
using ScoreGuard.Benchmarks.Store;

const string Usage = """
    usage: ScoreGuard.Benchmarks COMMAND
      standard [--quick] [--without-program] [--sizes 10000,100000] [--page FILE] [--folder DIR]
          the engine, the program written by hand and two npm engines side by side; a page of Markdown
      synthetic
          synthetic leads against a plain Faker<T> of 20 rules
      store
          a baseline in Azure Tables: our store, raw REST, one entity a lead; a section of Markdown
      leads FILE COUNT
          the benchmark's leads as JSON Lines
      verify MODEL.json COUNT
          the program written by hand against the oracle, about a second a lead
    """;

var folder = Path.Combine(Path.GetTempPath(), "scoreguard-benchmarks");
switch (args)
{
    case ["standard", .. var given]:
        return Standard(given);
    case ["synthetic"]:
        SyntheticBenchmark.Run(Console.Out);
        return 0;
    case ["store"]:
        Console.WriteLine(await new StoreBenchmark(new(folder)).RunAsync());
        return 0;
    case ["leads", var path, var count]:
        StandardLeads.Write(path, int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    case ["verify", var model, var count]:
        var leads = int.Parse(count, CultureInfo.InvariantCulture);
        return StandardVerification.OracleAgrees(new(folder), File.ReadAllText(model), leads) ? 0 : 1;
    case ["worker", var model, var leadsPath, var threads]:
        return Worker.Serve(model, leadsPath, int.Parse(threads, CultureInfo.InvariantCulture));
    default:
        Console.Error.WriteLine(Usage);
        return 1;
}

int Standard(string[] given)
{
    var withProgram = !given.Contains("--without-program");
    var options = given.Contains("--quick") ? StandardOptions.Quick(withProgram) : StandardOptions.Full(withProgram);
    if (After("--sizes") is { } sizes)
    {
        options = options with
        {
            Sizes = [.. sizes.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))],
        };
    }

    var files = new StandardFiles(After("--folder") ?? folder);
    var page = new StandardPage(new StandardBenchmark(files, options).Run(), options).Write();
    if (After("--page") is { } path)
    {
        File.WriteAllText(path, page);
    }

    Console.WriteLine(page);
    return 0;

    string? After(string option) => given.SkipWhile(argument => argument != option).Skip(1).FirstOrDefault();
}
