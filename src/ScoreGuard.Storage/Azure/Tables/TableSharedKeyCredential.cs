using System.Security.Cryptography;
using System.Text;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>An account's name and one of its two keys. The key is never shown.</summary>
public sealed class TableSharedKeyCredential
{
    private readonly byte[] _key;

    /// <param name="accountKey">In Base64.</param>
    /// <exception cref="ArgumentException">The key is not Base64; it is not repeated in the message.</exception>
    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        AccountName = accountName;
        try
        {
            _key = Convert.FromBase64String(accountKey);
        }
        catch (FormatException wrong)
        {
            throw new ArgumentException("The account key is not Base64.", nameof(accountKey), wrong);
        }
    }

    public string AccountName { get; }

    public override string ToString() => AccountName;

    /// <summary>HMAC-SHA-256 over <paramref name="text"/>, in Base64.</summary>
    internal string Sign(string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
}
