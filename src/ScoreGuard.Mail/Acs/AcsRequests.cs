using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Mail.Settings;

namespace ScoreGuard.Mail.Acs;

/// <summary>The two requests of the service that are needed: post a mail, and ask what became of it.</summary>
internal sealed class AcsRequests(HttpPipeline pipeline, MailSettings settings)
{
    private const string Version = "api-version=2023-03-31";

    private readonly Uri endpoint =
        settings.AcsEndpoint ?? throw new ArgumentException("There is no endpoint.", nameof(settings));

    public async Task<Azure.Response> PostAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var request = pipeline.CreateRequest();
        request.Method = RequestMethod.Post;
        request.Uri.Reset(new Uri(endpoint, $"/emails:send?{Version}"));
        request.Headers.Add("Content-Type", "application/json");
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("Operation-Id", AcsOperation.Of(mail).ToString());
        request.Content = RequestContent.Create(
            JsonSerializer.SerializeToUtf8Bytes(AcsMessage.Of(mail, settings), AcsJson.Default.AcsMessage)
        );
        return await pipeline.SendRequestAsync(request, cancellationToken);
    }

    /// <param name="location">Where the service said to ask. Only where it is the service itself: the request carries a token.</param>
    public async Task<Azure.Response> AskAsync(OutgoingMail mail, string? location, CancellationToken cancellationToken)
    {
        using var request = pipeline.CreateRequest();
        request.Method = RequestMethod.Get;
        request.Uri.Reset(
            Uri.TryCreate(location, UriKind.Absolute, out var named)
            && named.GetLeftPart(UriPartial.Authority) == endpoint.GetLeftPart(UriPartial.Authority)
                ? named
                : new Uri(endpoint, $"/emails/operations/{AcsOperation.Of(mail)}?{Version}")
        );
        request.Headers.Add("Accept", "application/json");
        return await pipeline.SendRequestAsync(request, cancellationToken);
    }

    /// <summary>What a response says of the operation; null: nothing that can be read.</summary>
    public static AcsResult? Read(Azure.Response response)
    {
        try
        {
            return response.Content.ToMemory().Length == 0
                ? null
                : JsonSerializer.Deserialize(response.Content.ToMemory().Span, AcsJson.Default.AcsResult);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
