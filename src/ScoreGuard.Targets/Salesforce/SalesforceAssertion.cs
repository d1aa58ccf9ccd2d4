using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>A signed claim to act for a user (RFC 7523), RS256.</summary>
internal static class SalesforceAssertion
{
    /// <summary>Salesforce takes none that lasts longer.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(3);

    public static string Sign(SalesforceCredentials.ByKey credentials, DateTimeOffset now)
    {
        var signed =
            Part(json => json.WriteString("alg", "RS256"))
            + "."
            + Part(json =>
            {
                json.WriteString("iss", credentials.ClientId);
                json.WriteString("sub", credentials.User);
                json.WriteString("aud", credentials.Audience);
                json.WriteNumber("exp", (now + Lasts).ToUnixTimeSeconds());
            });
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(credentials.Key, out _);
        var signature = rsa.SignData(
            Encoding.ASCII.GetBytes(signed),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Part(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Base64Url.EncodeToString(bytes.ToArray());
    }
}
