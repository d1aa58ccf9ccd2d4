using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Storage.Json;

namespace ScoreGuard.Storage.Folder;

/// <summary>The one small file that says which of many immutable files is current, moved under an own lock.</summary>
/// <param name="path">The pointer's file; the lock is beside it.</param>
internal sealed class FolderPointer(string path)
{
    /// <summary>Null before the first.</summary>
    public Pointer? Find() => StoreFolder.Find(path, StoredJson.Default.Pointer);

    /// <summary>The bytes of the current file, checked against what the pointer says of them.</summary>
    public static byte[] GetTarget(Pointer pointer, string target)
    {
        var bytes = StoreFolder.FindBytes(target) ?? throw StoreFolder.Gone(target);
        return Sha256Text.Of(bytes) == pointer.Digest
            ? bytes
            : throw StoreDamage.Of(
                StoreCodes.Altered,
                target,
                "it is truncated or was changed, its digest differs; restore it from version control or a backup."
            );
    }

    /// <summary>Writes the target and moves the pointer to it, if the pointer still is where <paramref name="expected"/> says.</summary>
    public bool TryMove(string? expected, string next, string target, byte[] content)
    {
        using var gate = FileGate.TryClose(path + ".lock");
        if (gate is null || Find()?.Current != expected)
        {
            return false;
        }

        // Until the pointer moves nobody reads the target. What lies there is a leftover of a killed attempt, or the pointer
        // was lost: it is set aside, for it may be the only record of a decision.
        if (StoreFolder.FindBytes(target) is { } leftover && !leftover.AsSpan().SequenceEqual(content))
        {
            StoreFolder.WriteBytes($"{target}.{Sha256Text.Of(leftover)[..8]}.aside", leftover);
        }

        StoreFolder.WriteBytes(target, content);
        StoreFolder.Write(path, new Pointer(next, Sha256Text.Of(content)), StoredJson.Default.Pointer);
        return true;
    }
}
