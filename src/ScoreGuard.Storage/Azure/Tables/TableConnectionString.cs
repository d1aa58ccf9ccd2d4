namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>What a storage connection string says about tables. Exactly one of key and signature.</summary>
internal sealed record TableConnectionString(Uri Endpoint, TableSharedKeyCredential? Credential, string? Signature)
{
    private const string DevelopmentAccount = "devstoreaccount1";
    private const int DevelopmentPort = 10002;

    // The emulator's key is the same everywhere, and published.
    private const string DevelopmentKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <exception cref="FormatException">It cannot be read; nothing of it is repeated in the message.</exception>
    public static TableConnectionString Parse(string text)
    {
        var parts = Parts(text);
        if (parts.TryGetValue("UseDevelopmentStorage", out var development))
        {
            return bool.TryParse(development, out var wanted) && wanted
                ? Development(parts)
                : throw new FormatException("UseDevelopmentStorage must be true.");
        }

        var credential =
            parts.TryGetValue("AccountName", out var account) && parts.TryGetValue("AccountKey", out var key)
                ? ReadCredential(account, key)
                : null;
        var signature = parts.GetValueOrDefault("SharedAccessSignature");
        return (credential, signature) switch
        {
            (null, null) => throw new FormatException(
                "It needs AccountName and AccountKey, or SharedAccessSignature, or UseDevelopmentStorage=true."
            ),
            (null, _) => new(ReadSignatureEndpoint(parts), null, signature),
            _ => new(ReadEndpoint(parts), credential, null),
        };
    }

    private static TableConnectionString Development(Dictionary<string, string> parts)
    {
        var host = parts.TryGetValue("DevelopmentStorageProxyUri", out var proxy)
            ? Absolute(proxy).GetLeftPart(UriPartial.Scheme) + Absolute(proxy).Host
            : "http://127.0.0.1";
        return new(
            new($"{host}:{DevelopmentPort}/{DevelopmentAccount}"),
            new(DevelopmentAccount, DevelopmentKey),
            null
        );
    }

    private static Uri ReadEndpoint(Dictionary<string, string> parts)
    {
        if (parts.TryGetValue("TableEndpoint", out var endpoint))
        {
            return Absolute(endpoint);
        }

        if (!parts.TryGetValue("AccountName", out var account))
        {
            throw new FormatException("It needs TableEndpoint or AccountName.");
        }

        var protocol = parts.GetValueOrDefault("DefaultEndpointsProtocol", Uri.UriSchemeHttps);
        var suffix = parts.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return Absolute($"{protocol}://{account}.table.{suffix}");
    }

    private static Uri ReadSignatureEndpoint(Dictionary<string, string> parts) =>
        ReadEndpoint(parts) is var endpoint && SharedAccessPolicy.MayBeSentTo(endpoint)
            ? endpoint
            : throw new FormatException(SharedAccessPolicy.OnlyHttps);

    private static Uri Absolute(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var absolute) && (absolute.Scheme is "http" or "https")
            ? absolute
            : throw new FormatException("An endpoint in it is no http or https address.");

    private static TableSharedKeyCredential ReadCredential(string account, string key)
    {
        try
        {
            return new(account, key);
        }
        catch (ArgumentException wrong)
        {
            throw new FormatException("Its AccountKey is not Base64.", wrong);
        }
    }

    private static Dictionary<string, string> Parts(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !parts.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim()))
            {
                throw new FormatException("It is not a list of name=value pairs with a semicolon between them.");
            }
        }

        return parts;
    }
}
