using System.Reflection;

namespace ScoreGuard.Functions.Standalone;

/// <summary>Gives a newcomer something to look at: a folder that does not exist yet is made with GitLab's published model in it.</summary>
internal static class FirstWorkspace
{
    private const string Sample = "samples/gitlab/";

    /// <returns>Whether it was made.</returns>
    public static bool TryMake(string root)
    {
        if (Directory.Exists(root))
        {
            return false;
        }

        var own = typeof(FirstWorkspace).Assembly;
        foreach (
            var name in own.GetManifestResourceNames().Where(name => name.StartsWith(Sample, StringComparison.Ordinal))
        )
        {
            Copy(own, name, Path.Combine(root, "gitlab", name[Sample.Length..]));
        }

        return true;
    }

    private static void Copy(Assembly own, string name, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var sample = own.GetManifestResourceStream(name)!;
        using var file = File.Create(path);
        sample.CopyTo(file);
    }
}
