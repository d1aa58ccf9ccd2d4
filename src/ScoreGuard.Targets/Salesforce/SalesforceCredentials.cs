using System.Security.Cryptography;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>How an app of the org proves itself.</summary>
/// <param name="ClientId">Its consumer key.</param>
internal abstract record SalesforceCredentials(string ClientId)
{
    private const string ClientIdSetting = "CLIENT_ID";
    private const string SecretSetting = "CLIENT_SECRET";
    private const string UserSetting = "USERNAME";
    private const string KeySetting = "PRIVATE_KEY";
    private const string AudienceSetting = "AUDIENCE";
    private const string Production = "https://login.salesforce.com";
    private const string Sandbox = "https://test.salesforce.com";

    /// <summary>The OAuth 2.0 client credentials flow.</summary>
    public sealed record BySecret(string ClientId, string Secret) : SalesforceCredentials(ClientId);

    /// <summary>The OAuth 2.0 JWT bearer flow.</summary>
    /// <param name="Key">PKCS #8, not encrypted.</param>
    public sealed record ByKey(string ClientId, string User, byte[] Key, string Audience)
        : SalesforceCredentials(ClientId);

    public static SalesforceCredentials Read(TargetSetting setting, Uri url, ICollection<Diagnostic> wrong)
    {
        var (connections, name) = (setting.Connections, setting.Connection);
        var client = connections.Get(name, ClientIdSetting, wrong);
        if (connections.Find(name, KeySetting) is null && connections.Find(name, UserSetting) is null)
        {
            return new BySecret(client, ReadSecret(connections, name, wrong));
        }

        var isSandbox = url.Host.Contains(".sandbox.", StringComparison.OrdinalIgnoreCase);
        return new ByKey(
            client,
            connections.Get(name, UserSetting, wrong),
            ReadKey(connections.Get(name, KeySetting, wrong), Connections.SettingOf(name, KeySetting), wrong),
            connections.Find(name, AudienceSetting) ?? (isSandbox ? Sandbox : Production)
        );
    }

    private static string ReadSecret(Connections connections, string name, ICollection<Diagnostic> wrong)
    {
        if (connections.Find(name, SecretSetting) is { } secret)
        {
            return secret;
        }

        var (user, key) = (Connections.SettingOf(name, UserSetting), Connections.SettingOf(name, KeySetting));
        wrong.Add(
            Connections.Missing(
                $"Set {Quote.Code(Connections.SettingOf(name, SecretSetting))} (client credentials flow), or {Quote.Code(user)} and {Quote.Code(key)} (JWT bearer flow); the connection {Quote.Code(name)} needs one of the two."
            )
        );
        return "";
    }

    private static byte[] ReadKey(string pem, string setting, ICollection<Diagnostic> wrong)
    {
        if (pem.Length == 0)
        {
            return [];
        }

        try
        {
            using var rsa = RSA.Create();
            // Settings of apps often hold a line end as two letters.
            rsa.ImportFromPem(pem.Replace("\\n", "\n", StringComparison.Ordinal));
            return rsa.ExportPkcs8PrivateKey();
        }
        catch (Exception failure) when (failure is ArgumentException or CryptographicException)
        {
            wrong.Add(Connections.Missing($"{Quote.Code(setting)} is no RSA private key as PEM without a password."));
            return [];
        }
    }
}
