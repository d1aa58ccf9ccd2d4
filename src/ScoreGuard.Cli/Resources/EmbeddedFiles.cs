using System.Reflection;

namespace ScoreGuard.Cli.Resources;

/// <summary>Files that the program brings along, by the path that they have in the repository.</summary>
internal static class EmbeddedFiles
{
    private static readonly Assembly Own = typeof(EmbeddedFiles).Assembly;

    /// <summary>Names below <paramref name="folder"/>, relative to it.</summary>
    public static IEnumerable<string> Below(string folder) =>
        Own.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
            .Select(name => name[(folder.Length + 1)..])
            .Order(StringComparer.Ordinal);

    public static string Text(string name)
    {
        using var reader = new StreamReader(Stream(name));
        return reader.ReadToEnd();
    }

    /// <exception cref="InvalidOperationException">The program was built without it.</exception>
    public static Stream Stream(string name) =>
        Own.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
}
