using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>An account's Table service. Safe for many threads.</summary>
/// <remarks>Names and shapes are those of Azure.Data.Tables: docs/decisions/0002-own-tables-client.md.</remarks>
public sealed partial class TableServiceClient
{
    private const string TokenScope = "https://storage.azure.com/.default";

    private readonly TableEndpoint _endpoint;

    /// <exception cref="FormatException">The connection string cannot be read; nothing of it is repeated in the message.</exception>
    public TableServiceClient(string connectionString, TableClientOptions? options = null)
    {
        var connection = TableConnectionString.Parse(connectionString);
        options ??= new();
        _endpoint = connection.Credential is { } key
            ? new(connection.Endpoint, options, null, new SharedKeyPolicy(key, options.Time))
            : new(connection.Endpoint, options, new SharedAccessPolicy(new(connection.Signature!)), null);
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options = null)
    {
        options ??= new();
        _endpoint = new(endpoint, options, null, new SharedKeyPolicy(credential, options.Time));
    }

    /// <exception cref="ArgumentException">The endpoint is not https: a signature is a password.</exception>
    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null)
    {
        if (!SharedAccessPolicy.MayBeSentTo(endpoint))
        {
            throw new ArgumentException(SharedAccessPolicy.OnlyHttps, nameof(endpoint));
        }

        _endpoint = new(endpoint, options ?? new(), new SharedAccessPolicy(credential), null);
    }

    /// <remarks>Requests to an endpoint that is not https are refused before they are sent.</remarks>
    public TableServiceClient(Uri endpoint, TokenCredential credential, TableClientOptions? options = null) =>
        _endpoint = new(endpoint, options ?? new(), null, new BearerTokenAuthenticationPolicy(credential, TokenScope));

    public Uri Uri => _endpoint.Uri;

    /// <exception cref="ArgumentException">No table can have that name; in an address it could lead elsewhere.</exception>
    public TableClient GetTableClient(string tableName) =>
        TableName().IsMatch(tableName)
            ? new(tableName, _endpoint)
            : throw new ArgumentException(
                "The name of a table has 3 to 63 of A-Z, a-z and 0-9, and begins with a letter.",
                nameof(tableName)
            );

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9]{2,62}\z", RegexOptions.NonBacktracking)]
    private static partial Regex TableName();
}
