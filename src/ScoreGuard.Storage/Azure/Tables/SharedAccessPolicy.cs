using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>Adds a shared access signature to the query, once a call.</summary>
internal sealed class SharedAccessPolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    public const string OnlyHttps = "A shared access signature is sent over https only.";

    /// <summary>A signature is a password: it leaves this machine encrypted or not at all.</summary>
    public static bool MayBeSentTo(Uri endpoint) => endpoint.Scheme == Uri.UriSchemeHttps || endpoint.IsLoopback;

    public override void OnSendingRequest(HttpMessage message)
    {
        var query = message.Request.Uri.Query;
        var signature = credential.Signature.TrimStart('?');
        message.Request.Uri.Query = query.Length > 1 ? $"{query}&{signature}" : $"?{signature}";
    }
}
