namespace ScoreGuard.Benchmarks.Measuring;

/// <summary>What the figures were measured on, in one line.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var processor = Find("/proc/cpuinfo", "model name") ?? "an unnamed processor";
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30);
        return $"{processor}, {Environment.ProcessorCount} cores, {memory} GiB, "
            + $"{System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}";
    }

    /// <summary>Runnable processes over the last minute, as Linux tells them; empty elsewhere.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "";

    private static string? Find(string file, string key) =>
        File.Exists(file)
            ? File.ReadLines(file)
                .FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))
                ?.Split(": ")[^1]
            : null;
}
