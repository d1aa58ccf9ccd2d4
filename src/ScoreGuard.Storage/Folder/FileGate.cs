using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Storage.Folder;

/// <summary>An operating system's lock on a file: gone with the process that holds it, however it ends.</summary>
internal static class FileGate
{
    private const int SharingViolation = 32;
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;

    /// <returns>Dispose to open again; null: somebody else holds it.</returns>
    /// <exception cref="StorageFault">The file cannot be made or opened.</exception>
    public static FileStream? TryClose(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (Exception refused)
        {
            return IsTaken(refused) ? null : throw Fault(path, refused);
        }
    }

    /// <summary>The same on a file that is there; its holder, and nobody else, may rename or delete it.</summary>
    /// <returns>Dispose to open again; null: somebody else holds it, or it is gone.</returns>
    /// <exception cref="StorageFault">The file cannot be opened.</exception>
    public static FileStream? TryCloseExisting(string path)
    {
        try
        {
            // Elsewhere than on Windows an open file can always be renamed, and any other share is no exclusive lock.
            var share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;
            var gate = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, share, bufferSize: 1);
            if (File.Exists(path))
            {
                return gate;
            }

            // Its holder moved or deleted it between our opening and our locking.
            gate.Dispose();
            return null;
        }
        catch (Exception refused)
        {
            return refused is FileNotFoundException || IsTaken(refused) ? null : throw Fault(path, refused);
        }
    }

    private static bool IsTaken(Exception refused) =>
        refused is IOException && (refused.HResult & 0xFFFF) is SharingViolation or WouldBlock or WouldBlockOnMac;

    private static Exception Fault(string path, Exception refused) =>
        refused is IOException or UnauthorizedAccessException ? new StorageFault("lock", path, refused) : refused;
}
