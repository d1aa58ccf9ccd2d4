namespace ScoreGuard.Testing;

/// <summary>The workspaces in <c>samples/</c>, as they stand in the repository.</summary>
public static class SampleFiles
{
    public static readonly string[] Names = ["gitlab", "marketo", "relias"];

    /// <summary>The folder of a sample.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests do not run inside the repository.</exception>
    public static string Folder(string sample)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ScoreGuard.sln")))
            {
                return Path.Combine(folder.FullName, "samples", sample);
            }
        }

        throw new DirectoryNotFoundException($"No ScoreGuard.sln above {AppContext.BaseDirectory}.");
    }

    public static string PathOf(string sample, string file) => Path.Combine(Folder(sample), file);

    public static string Read(string sample, string file) => File.ReadAllText(PathOf(sample, file));
}
