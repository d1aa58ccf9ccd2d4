using Azure.Core;

namespace ScoreGuard.Targets.Model;

/// <summary>What opens the address of a model: a shared access signature, a token of an identity, or nothing.</summary>
/// <param name="Sas">Appended to the query; null: none.</param>
/// <param name="Identity">Its token goes to Azure storage only; null: none.</param>
internal sealed record ModelAccess(string? Sas, TokenCredential? Identity)
{
    private const string Storage = ".blob.core.windows.net";

    private static readonly TokenRequestContext Scope = new(["https://storage.azure.com/.default"]);

    public static ModelAccess None { get; } = new(null, null);

    /// <summary>Whether a token may be shown to whoever answers at <paramref name="url"/>.</summary>
    public static bool IsStorage(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps && url.Host.EndsWith(Storage, StringComparison.OrdinalIgnoreCase);

    /// <summary>The address with what opens it; never for messages.</summary>
    public Uri Open(Uri url) =>
        Sas is null ? url : new UriBuilder(url) { Query = $"{url.Query.TrimStart('?')}&{Sas}".TrimStart('&') }.Uri;

    public async Task<string?> FindTokenAsync(CancellationToken cancellationToken) =>
        Identity is null ? null : (await Identity.GetTokenAsync(Scope, cancellationToken)).Token;
}
