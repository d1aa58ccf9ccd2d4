namespace ScoreGuard.Testing;

/// <summary>What <c>scoreguard init --target …</c> writes, as it stands in the repository.</summary>
public static class InitTemplates
{
    public static string Read(string target, string file) => File.ReadAllText(PathOf(target, file));

    public static string PathOf(string target, string file) =>
        Path.GetFullPath(Path.Combine(SampleFiles.Folder(""), "../src/ScoreGuard.Cli/Resources/Init", target, file));
}
