using System.Security.Cryptography;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Storage.Azure;

/// <summary>Keys of entities and names of blobs: constants, digits of digests, checked names; never free text.</summary>
internal static class AzureKeys
{
    private const int AttemptDigits = 32;

    /// <summary>The digits of a digest.</summary>
    public static string Hex(string digest) =>
        Sha256Text.IsDigest(digest)
            ? digest[Sha256Text.Prefix.Length..]
            : throw StoreDamage.Of(StoreCodes.Unreadable, "the store", "a digest in it is not spelled as one.");

    /// <summary>A mark that no other attempt has: by it a writer whose answer got lost knows its own write again.</summary>
    public static string NewAttempt() => RandomNumberGenerator.GetHexString(AttemptDigits, lowercase: true);
}
