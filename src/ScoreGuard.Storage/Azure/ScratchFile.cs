using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Storage.Azure;

/// <summary>Empty files on this machine that hold what does not fit in memory; each goes away when it is closed.</summary>
internal static class ScratchFile
{
    private const int Buffer = 64 * 1024;

    /// <exception cref="StorageFault">It cannot be made.</exception>
    public static Stream Open()
    {
        var path = Path.Combine(Path.GetTempPath(), "scoreguard-" + Path.GetRandomFileName());
        try
        {
            return new FileStream(
                path,
                FileMode.CreateNew,
                FileAccess.ReadWrite,
                FileShare.None,
                Buffer,
                FileOptions.DeleteOnClose
            );
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StorageFault("write", path, refused);
        }
    }
}
