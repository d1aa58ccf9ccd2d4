using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>Signs as <c>SharedKeyLite</c>. Sits behind the retries: each attempt gets the date at which it is sent.</summary>
internal sealed class SharedKeyPolicy(TableSharedKeyCredential credential, TimeProvider time)
    : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("x-ms-date", date);
        var signature = credential.Sign(StringToSign(date, message.Request.Uri));
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {credential.AccountName}:{signature}");
    }

    /// <summary>The date, the account and the path as it is sent; of the query nothing but <c>comp</c>.</summary>
    private string StringToSign(string date, RequestUriBuilder uri)
    {
        var text = $"{date}\n/{credential.AccountName}{uri.ToUri().AbsolutePath}";
        foreach (var pair in uri.Query.TrimStart('?').Split('&'))
        {
            if (pair.StartsWith("comp=", StringComparison.OrdinalIgnoreCase))
            {
                return $"{text}?comp={Uri.UnescapeDataString(pair["comp=".Length..])}";
            }
        }

        return text;
    }
}
