using System.Security.Cryptography;
using ScoreGuard.Functions.Hosting;

namespace ScoreGuard.Functions.Standalone;

/// <summary>A key for whoever may read the folder, where none was set: only its path is ever shown.</summary>
internal static class LocalKey
{
    public const string FileName = ".operate-key";

    public static HostSettings Ensure(HostSettings settings)
    {
        if (settings.OperateKey is not null || settings.PlatformAuth)
        {
            return settings;
        }

        var path = Path.Combine(settings.WorkspacesFolder, FileName);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(settings.WorkspacesFolder);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(path, options);
            writer.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        }

        return settings with
        {
            OperateKey = File.ReadAllText(path).Trim(),
        };
    }
}
