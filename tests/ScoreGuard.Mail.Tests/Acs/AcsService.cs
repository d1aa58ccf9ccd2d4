using System.Net;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Mail.Acs;
using ScoreGuard.Mail.Settings;

namespace ScoreGuard.Mail.Tests.Acs;

/// <summary>The mail service at the other end of the pipeline's transport, answering as a test plans it.</summary>
internal sealed class AcsService : HttpMessageHandler
{
    public const string Endpoint = "https://guard.communication.azure.com";

    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> planned = new();

    public List<(HttpMethod Method, Uri Uri, Dictionary<string, string> Headers, string Body)> Requests { get; } = [];

    public AcsService Then(int status, string body = "", params (string Name, string Value)[] headers)
    {
        planned.Enqueue(_ =>
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            };
            answer.Headers.Add("Retry-After", "0");
            foreach (var (name, value) in headers)
            {
                answer.Headers.Add(name, value);
            }

            return Task.FromResult(answer);
        });
        return this;
    }

    public AcsService ThenLost()
    {
        planned.Enqueue(_ => throw new HttpRequestException("connection reset while talking to ann@example.com"));
        return this;
    }

    /// <summary>An answer that never comes.</summary>
    /// <param name="asked">Told when it is waited for.</param>
    public AcsService ThenSilence(Action? asked = null)
    {
        planned.Enqueue(async cancellationToken =>
        {
            asked?.Invoke();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Silence ended.");
        });
        return this;
    }

    public async Task<SendResult> SendAsync(
        OutgoingMail mail,
        TokenCredential? credential = null,
        TimeSpan? limit = null,
        CancellationToken stopping = default
    )
    {
        using var client = new HttpClient(this, disposeHandler: false);
        var options = new AcsOptions
        {
            Transport = new HttpClientTransport(client),
            PollEvery = TimeSpan.Zero,
            Limit = limit ?? TimeSpan.FromSeconds(30),
        };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        var settings = new MailSettings(
            MailWay.Acs,
            SomeMail.From,
            [new("ann@example.com", "Ann Ünal"), new("bob@example.com")],
            Smtp: null,
            new Uri(Endpoint),
            PickupFolder: null
        );
        var mailer = new AcsMailer(settings, credential ?? new FixedToken(), options, TimeProvider.System);
        var result = await mailer.SendAsync(mail, stopping);
        planned.ShouldBeEmpty("the mailer asked less often than the test planned");
        return result;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Requests.Add(
            (
                request.Method,
                request.RequestUri!,
                request.Headers.ToDictionary(
                    header => header.Key,
                    header => string.Join(',', header.Value),
                    StringComparer.OrdinalIgnoreCase
                ),
                request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)
            )
        );
        planned.ShouldNotBeEmpty($"nobody planned {request.Method} {request.RequestUri}");
        return await planned.Dequeue()(cancellationToken);
    }

    internal sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            requestContext.Scopes.ShouldBe(["https://communication.azure.com/.default"]);
            return new("the-token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => new(GetToken(requestContext, cancellationToken));
    }
}
