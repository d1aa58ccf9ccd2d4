using System.Reflection;

namespace ScoreGuard.Reporting.Tests;

/// <summary>Approved bytes in <c>Goldens/</c>. A difference fails, keeps what was received beside it and says how to accept it.</summary>
internal static class Golden
{
    private static readonly string Folder = typeof(Golden)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Goldens")
        .Value!;

    public static void ShouldBeApproved(string name, byte[] received)
    {
        var approved = Path.Combine(Folder, name);
        var kept = Path.Combine(AppContext.BaseDirectory, "received", name);
        if (File.Exists(approved) && File.ReadAllBytes(approved).AsSpan().SequenceEqual(received))
            return;

        Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
        File.WriteAllBytes(kept, received);
        Assert.Fail(
            $"""
            {name} is not as approved{FirstDifference(approved, received)}.
            Look at the difference; to accept it:
              cp {kept} {approved}
            """
        );
    }

    private static string FirstDifference(string approved, byte[] received)
    {
        if (!File.Exists(approved))
            return ": there is no golden yet";

        var was = File.ReadAllLines(approved);
        var now = System.Text.Encoding.UTF8.GetString(received).Split('\n');
        var line = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $", from line {line + 1}: {(line < now.Length ? now[line] : "(end)")}";
    }
}
