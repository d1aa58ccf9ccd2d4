using System.Security.Cryptography;
using System.Text;
using ScoreGuard.Functions.Hosting;

namespace ScoreGuard.Functions.Access;

/// <summary>The two keys, compared without telling by the time it takes how much of a guess was right.</summary>
internal sealed class Keys(HostSettings settings)
{
    private readonly byte[]? _read = Hash(settings.ReadKey);
    private readonly byte[]? _operate = Hash(settings.OperateKey);

    public Level LevelOf(string? key) =>
        string.IsNullOrEmpty(key) ? Level.None
        : Is(_operate, key) ? Level.Operate
        : Is(_read, key) ? Level.Read
        : Level.None;

    /// <summary>For a signature that ends with the key that it was given for; null where there is no such key.</summary>
    public byte[]? SigningKey(Level level) =>
        level == Level.Operate ? _operate
        : level == Level.Read ? _read
        : null;

    private static byte[]? Hash(string? key) => key is null ? null : SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static bool Is(byte[]? hash, string key) =>
        hash is not null && CryptographicOperations.FixedTimeEquals(hash, Hash(key));
}
