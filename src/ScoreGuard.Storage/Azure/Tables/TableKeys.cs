using System.Text;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>Keys, and what is compared with them, as they may be sent.</summary>
internal static class TableKeys
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <returns><paramref name="key"/>, as it is.</returns>
    /// <exception cref="ArgumentException">
    /// It holds half of a surrogate pair: that is sent as U+FFFD, so that two keys would become one.
    /// </exception>
    public static string Checked(string key)
    {
        try
        {
            Strict.GetByteCount(key);
            return key;
        }
        catch (EncoderFallbackException half)
        {
            throw new ArgumentException(
                $"The text holds half of a surrogate pair at {half.Index}, which is no character.",
                nameof(key),
                half
            );
        }
    }
}
