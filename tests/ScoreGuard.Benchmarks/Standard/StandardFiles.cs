using System.Diagnostics;

namespace ScoreGuard.Benchmarks.Standard;

/// <summary>What the standard benchmark needs on disk, made when it is not there.</summary>
internal sealed class StandardFiles
{
    public const int Leads = 20_000;

    public StandardFiles(string folder)
    {
        Folder = Directory.CreateDirectory(folder).FullName;
        Repository = FindRepository();
    }

    public string Folder { get; }

    public string Repository { get; }

    public string Model => Path.Combine(Repository, "tests/ScoreGuard.Benchmarks/Standard/model.yaml");

    public string Peers => Path.Combine(Repository, "tests/ScoreGuard.Benchmarks/peers");

    public string In(string name) => Path.Combine(Folder, name);

    public string LeadsOf(int count)
    {
        var path = In($"leads-{count}.jsonl");
        StandardLeads.WriteOnce(path, count);
        return path;
    }

    /// <summary>The executable of a project, published as a release.</summary>
    public string Publish(string project, string executable)
    {
        var to = In($"published/{executable}");
        Run(Repository, "dotnet", "publish", project, "-c", "Release", "-v", "q", "-o", to);
        return Path.Combine(to, executable);
    }

    public void InstallPeers()
    {
        if (!Directory.Exists(Path.Combine(Peers, "node_modules")))
        {
            Run(Peers, "npm", "install", "--no-audit", "--no-fund");
        }
    }

    private static void Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {output}");
        }
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ScoreGuard.sln")))
        {
            folder =
                folder.Parent
                ?? throw new InvalidOperationException("The benchmarks run from a build inside the repository.");
        }

        return folder.FullName;
    }
}
