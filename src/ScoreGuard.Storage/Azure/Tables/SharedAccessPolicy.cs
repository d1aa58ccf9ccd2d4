using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>Adds a shared access signature to the query, once a call.</summary>
internal sealed class SharedAccessPolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var query = message.Request.Uri.Query;
        var signature = credential.Signature.TrimStart('?');
        message.Request.Uri.Query = query.Length > 1 ? $"{query}&{signature}" : $"?{signature}";
    }
}
