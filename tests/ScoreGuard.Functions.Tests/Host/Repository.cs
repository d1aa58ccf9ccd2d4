namespace ScoreGuard.Functions.Tests.Host;

/// <summary>The repository that the tests stand in.</summary>
internal static class Repository
{
    /// <summary>The folder of <c>ScoreGuard.sln</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests do not run inside the repository.</exception>
    public static string Root { get; } = Find();

    public static string In(string path) => Path.Combine(Root, path);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ScoreGuard.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No ScoreGuard.sln above {AppContext.BaseDirectory}.");
    }
}
