using System.Diagnostics;

namespace ScoreGuard.Storage.Azure;

/// <summary>The settings that say where the account is and who asks. Names are those of the Functions host, each written out: a test looks for them.</summary>
internal sealed class ConnectionSettings(Func<string, string?> setting)
{
    public string? ConnectionString => Find(AzureConnection.Setting);

    public bool HasIdentity => AccountName is not null || Uri("blob") is not null;

    public bool IsManagedIdentity =>
        string.Equals(Find("SCOREGUARD_STORAGE__credential"), "managedidentity", StringComparison.OrdinalIgnoreCase);

    public string? ClientId => Find("SCOREGUARD_STORAGE__clientId");

    private string? AccountName => Find("SCOREGUARD_STORAGE__accountName");

    /// <exception cref="FormatException">It is not told, or is no https address.</exception>
    public Uri Service(string service)
    {
        var text =
            Uri(service)
            ?? (AccountName is { } account ? $"https://{account}.{service}.core.windows.net" : null)
            ?? throw new FormatException($"Beside the others it needs `__{service}ServiceUri`.");
        return System.Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == System.Uri.UriSchemeHttps
            ? uri
            : throw new FormatException($"The address of the {service} service is no https address.");
    }

    private string? Uri(string service) =>
        Find(
            service switch
            {
                "blob" => "SCOREGUARD_STORAGE__blobServiceUri",
                "queue" => "SCOREGUARD_STORAGE__queueServiceUri",
                "table" => "SCOREGUARD_STORAGE__tableServiceUri",
                _ => throw new UnreachableException(),
            }
        );

    /// <summary>A part is spelled with two underscores in the environment and with a colon in configuration.</summary>
    private string? Find(string name) =>
        NotEmpty(setting(name)) ?? NotEmpty(setting(name.Replace("__", ":", StringComparison.Ordinal)));

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
