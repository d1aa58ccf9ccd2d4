using Azure.Core;

namespace ScoreGuard.Mail.Acs;

/// <summary>A mail is only posted again where the service said that it did not take it; asking is always repeated.</summary>
internal sealed class AcsClassifier : ResponseClassifier
{
    private const int TooMany = 429;

    public override bool IsRetriableResponse(HttpMessage message) =>
        message.Request.Method == RequestMethod.Post
            ? message.Response.Status == TooMany
            : base.IsRetriableResponse(message);

    public override bool IsRetriableException(Exception exception) => false;

    public override bool IsRetriable(HttpMessage message, Exception exception) =>
        message.Request.Method != RequestMethod.Post && base.IsRetriableException(exception);
}
