using System.Text.Json.Serialization.Metadata;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Storage.Json;

namespace ScoreGuard.Storage.Folder;

/// <summary>Files under one folder: written whole or not at all, whenever the process is killed or the disk is full.</summary>
internal sealed class StoreFolder(string root)
{
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The path of a stored file. Parts are constants, digests or run names, checked by whoever calls.</summary>
    public string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>Where an artefact lies: the digest's digits, never its text.</summary>
    public static string FileName(string digest, string end) =>
        Sha256Text.IsDigest(digest)
            ? digest[Sha256Text.Prefix.Length..] + end
            : throw StoreDamage.Of(StoreCodes.Unreadable, "the store", "a digest in it is not spelled as one.");

    public static bool Exists(string path) => File.Exists(path);

    /// <summary>The file's bytes, or null where there is no such file.</summary>
    public static byte[]? FindBytes(string path) =>
        Guard(
            "read",
            path,
            () =>
            {
                try
                {
                    return File.Exists(path) ? File.ReadAllBytes(path) : null;
                }
                catch (FileNotFoundException)
                {
                    // It went away in between.
                    return null;
                }
            }
        );

    /// <summary>A stored document, or null where there is none.</summary>
    public static T? Find<T>(string path, JsonTypeInfo<T> type)
        where T : class => FindBytes(path) is { } bytes ? SealedDocument.Read(bytes, type, path) : null;

    public static T Get<T>(string path, JsonTypeInfo<T> type)
        where T : class => Find(path, type) ?? throw Gone(path);

    public static StoreDamage Gone(string path) =>
        StoreDamage.Of(
            StoreCodes.Gone,
            path,
            "it is gone, and something stored names it; restore it from version control or a backup."
        );

    public static void Write<T>(string path, T content, JsonTypeInfo<T> type) =>
        WriteBytes(path, SealedDocument.Write(content, type));

    public static void WriteBytes(string path, ReadOnlyMemory<byte> bytes) =>
        WriteAtomically(path, stream => stream.Write(bytes.Span));

    /// <summary>Temporary file beside the target, flush to disk, rename, flush of the folder.</summary>
    public static void WriteAtomically(string path, Action<Stream> write) =>
        Guard<object?>(
            "write",
            path,
            () =>
            {
                var folder = Path.GetDirectoryName(path)!;
                Directory.CreateDirectory(folder);
                var temporary = $"{path}.{TemporaryName.Next()}";
                try
                {
                    using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1))
                    {
                        write(stream);
                        stream.Flush(flushToDisk: true);
                    }

                    File.Move(temporary, path, overwrite: true);
                }
                catch
                {
                    File.Delete(temporary);
                    throw;
                }

                FolderSync.Flush(folder);
                return null;
            }
        );

    public static void Delete(string path) =>
        Guard<object?>(
            "delete",
            path,
            () =>
            {
                File.Delete(path);
                return null;
            }
        );

    /// <summary>Removes what killed processes left half-written; what a living one is writing stays.</summary>
    public void SweepTemporaries() =>
        Guard<object?>(
            "tidy",
            Root,
            () =>
            {
                foreach (
                    var leftover in Directory.EnumerateFiles(Root, "*" + TemporaryName.End, SearchOption.AllDirectories)
                )
                {
                    if (!TemporaryName.IsBeingWritten(leftover))
                    {
                        File.Delete(leftover);
                    }
                }

                return null;
            }
        );

    /// <summary>Files of a folder by name, ascending; none where there is no such folder.</summary>
    public static IReadOnlyList<string> List(string folder, string end) =>
        Guard(
            "list",
            folder,
            () =>
                Directory.Exists(folder)
                    ? Directory
                        .EnumerateFiles(folder)
                        .Where(file => file.EndsWith(end, StringComparison.Ordinal))
                        .Order(StringComparer.Ordinal)
                        .ToArray()
                    : []
        );

    public static T Guard<T>(string operation, string resource, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StorageFault(operation, resource, refused);
        }
    }
}
