using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ScoreGuard.Domain.Artefacts;

/// <summary>Digests as text: <c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
public static class Sha256Text
{
    public const string Prefix = "sha256:";

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return From(hash);
    }

    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static string From(ReadOnlySpan<byte> hash) => Prefix + Convert.ToHexStringLower(hash);

    /// <summary>Whether <paramref name="text"/> is spelled as a digest; only such a text may become part of a path.</summary>
    public static bool IsDigest(string text) =>
        text.Length == Prefix.Length + 64
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && IsLowerHex(text.AsSpan(Prefix.Length));

    /// <summary>Whether <paramref name="text"/> holds nothing but lower-case hexadecimal digits.</summary>
    public static bool IsLowerHex(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(LowerHex);
}
