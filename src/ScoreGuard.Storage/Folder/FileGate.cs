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
        catch (IOException taken) when ((taken.HResult & 0xFFFF) is SharingViolation or WouldBlock or WouldBlockOnMac)
        {
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StorageFault("lock", path, refused);
        }
    }
}
