using System.Security.Cryptography;

namespace ScoreGuard.Domain.Leads;

/// <summary>SHA-256 over the lines of a lead set, as they come.</summary>
public sealed class LeadSetDigest : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Append(ReadOnlySpan<byte> lines) => hash.AppendData(lines);

    /// <summary>In lower-case hexadecimal, of everything appended so far; more may follow.</summary>
    public string Current => Convert.ToHexStringLower(hash.GetCurrentHash());

    public void Dispose() => hash.Dispose();
}
