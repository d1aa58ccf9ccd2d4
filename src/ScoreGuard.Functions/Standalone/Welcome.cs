using ScoreGuard.Functions.Hosting;

namespace ScoreGuard.Functions.Standalone;

/// <summary>Tells a newcomer where to look; on the error stream, for the other one is the log.</summary>
internal static class Welcome
{
    public static void Say(HostSettings settings, bool made)
    {
        var folder = Path.GetFullPath(settings.WorkspacesFolder);
        if (made)
        {
            Console.Error.WriteLine($"Made {folder} with a sample workspace, gitlab.");
        }

        Console.Error.WriteLine($"Open {new Uri(settings.ListenUrl, "api/ui")} in a browser.");
        if (File.Exists(Path.Combine(folder, LocalKey.FileName)))
        {
            Console.Error.WriteLine($"The key to sign in with is in {Path.Combine(folder, LocalKey.FileName)}.");
        }
    }
}
