using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Mail.Settings;

namespace ScoreGuard.Mail.Acs;

/// <summary>Hands mails to Azure Communication Services, with an identity and no key, and waits until it says how that ended.</summary>
public sealed class AcsMailer : IMailer
{
    private const string Scope = "https://communication.azure.com/.default";

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly AcsRequests requests;
    private readonly AcsOptions options;
    private readonly TimeProvider time;

    public AcsMailer(MailSettings settings, TokenCredential credential, AcsOptions options, TimeProvider time)
    {
        var pipeline = HttpPipelineBuilder.Build(
            options,
            [],
            [new BearerTokenAuthenticationPolicy(credential, Scope)],
            new AcsClassifier()
        );
        (requests, this.options, this.time) = (new(pipeline, settings), options, time);
    }

    public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var limit = Limit(options.Limit, cancellationToken);
        try
        {
            var answer = await PostAsync(mail, cancellationToken);
            return answer is null or { Status: 202 } or { Status: >= 500 } or { Status: 400 or 409 }
                ? await FollowAsync(mail, answer, limit.Token, cancellationToken)
                : AcsAnswer.Refused(answer);
        }
        catch (AuthenticationFailedException)
        {
            return new SendResult.Unreached("The app’s identity got no token for the mail service.");
        }
        catch (Exception failure) when (IsNoConnection(failure))
        {
            return AcsAnswer.NotReached;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendResult.Unknown("The mail service did not say in time how it ended.");
        }
    }

    /// <returns>Null: the connection failed, or the answer did not come in time; nobody knows whether the service has the mail.</returns>
    private async Task<Response?> PostAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var limit = Limit(options.Limit / 2, cancellationToken);
        try
        {
            return await requests.PostAsync(mail, limit.Token);
        }
        catch (Exception lost)
            when (IsLoss(lost) && !IsNoConnection(lost) && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>
    /// Asks until the operation has ended. Also where the post was refused or lost: the operation's name is ours, so the
    /// service can be asked whether it has it, from this post or an earlier one.
    /// </summary>
    private async Task<SendResult> FollowAsync(
        OutgoingMail mail,
        Response? posted,
        CancellationToken limit,
        CancellationToken cancellationToken
    )
    {
        var accepted = posted is { Status: 202 };
        string? location = null;
        posted?.Headers.TryGetValue("Operation-Location", out location);
        var answer = accepted ? posted : null;
        while (true)
        {
            if (answer is { Status: 200 or 202 } && AcsAnswer.End(AcsRequests.Read(answer), mail) is { } end)
            {
                return end;
            }

            if (answer is not null)
            {
                await Task.Delay(Pause(answer), time, limit);
            }

            try
            {
                answer = await requests.AskAsync(mail, location, limit);
            }
            catch (Exception lost)
                when (lost is AuthenticationFailedException
                    || (IsLoss(lost) && !cancellationToken.IsCancellationRequested)
                )
            {
                return AcsAnswer.NotFollowed(posted, asked: null);
            }

            if (answer.Status != 200)
            {
                return AcsAnswer.NotFollowed(posted, answer);
            }
        }
    }

    private static CancellationTokenSource Limit(TimeSpan after, CancellationToken cancellationToken)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(after);
        return limit;
    }

    private TimeSpan Pause(Response answer)
    {
        var seconds =
            answer.Headers.TryGetValue("Retry-After", out var text)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
                ? TimeSpan.FromSeconds(asked)
                : options.PollEvery;
        return seconds < LongestPause ? seconds : LongestPause;
    }

    /// <summary>Nothing was sent, for there was nobody to send it to.</summary>
    private static bool IsNoConnection(Exception? failure) =>
        failure switch
        {
            null => false,
            HttpRequestException
            {
                HttpRequestError: HttpRequestError.NameResolutionError
                    or HttpRequestError.ConnectionError
                    or HttpRequestError.SecureConnectionError
            } => true,
            _ => IsNoConnection(failure.InnerException),
        };

    private static bool IsLoss(Exception failure) =>
        failure
            is RequestFailedException
                or HttpRequestException
                or IOException
                or AggregateException
                or OperationCanceledException;
}
