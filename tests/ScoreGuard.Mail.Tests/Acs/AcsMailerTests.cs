using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Mail.Acs;
using ScoreGuard.Mail.Settings;
using ScoreGuard.Mail.Tests.Servers;

namespace ScoreGuard.Mail.Tests.Acs;

public sealed class AcsMailerTests : IDisposable
{
    private const string Running = """{"id":"x","status":"Running"}""";
    private const string Succeeded = """{"id":"x","status":"Succeeded"}""";
    private const string NotFound = """{"error":{"code":"NotFound","message":"no such operation"}}""";

    private readonly AcsService _service = new();
    private readonly OutgoingMail _mail = SomeMail.Of(2, thread: 1);

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_mail_is_posted_as_the_published_interface_asks_for()
    {
        (await _service.Then(202, Succeeded).SendAsync(_mail)).ShouldBe(
            new SendResult.Sent(AcsOperation.Of(_mail).ToString())
        );

        var (method, uri, headers, body) = _service.Requests.Single();
        method.ShouldBe(HttpMethod.Post);
        uri.AbsoluteUri.ShouldBe($"{AcsService.Endpoint}/emails:send?api-version=2023-03-31");
        headers["Authorization"].ShouldBe("Bearer the-token");
        Guid.TryParseExact(headers["Operation-Id"], "D", out _).ShouldBeTrue();
        using var json = JsonDocument.Parse(body);
        Names(json.RootElement)
            .ShouldBe(["senderAddress", "content", "recipients", "headers", "userEngagementTrackingDisabled"]);
        json.RootElement.GetProperty("senderAddress").GetString().ShouldBe("guard@example.com");
        json.RootElement.GetProperty("userEngagementTrackingDisabled").GetBoolean().ShouldBeTrue();
        var content = json.RootElement.GetProperty("content");
        Names(content).ShouldBe(["subject", "plainText", "html"]);
        content.GetProperty("subject").GetString().ShouldBe(_mail.Subject);
        content.GetProperty("plainText").GetString().ShouldBe(_mail.Text);
        content.GetProperty("html").GetString().ShouldBe(_mail.Html);
        json.RootElement.GetProperty("recipients")
            .GetRawText()
            .ShouldBe(
                """{"to":[{"address":"ann@example.com","displayName":"Ann \u00DCnal"},{"address":"bob@example.com","displayName":""}]}"""
            );
    }

    [Fact]
    public async Task A_mail_that_goes_on_carries_the_headers_of_its_thread()
    {
        await _service.Then(202, Succeeded).SendAsync(_mail);

        using var json = JsonDocument.Parse(_service.Requests.Single().Body);
        var headers = json
            .RootElement.GetProperty("headers")
            .EnumerateObject()
            .ToDictionary(header => header.Name, header => header.Value.GetString());
        headers["Message-ID"].ShouldBe($"<{_mail.MessageKey}@example.com>");
        headers["In-Reply-To"].ShouldBe($"<{_mail.ThreadKey}@example.com>");
        headers["References"].ShouldBe($"<{_mail.ThreadKey}@example.com>");
        headers["Auto-Submitted"].ShouldBe("auto-generated");
    }

    [Fact]
    public async Task A_mail_that_is_sent_again_is_the_same_operation_and_another_mail_is_another()
    {
        await _service.Then(202, Succeeded).SendAsync(_mail);
        await _service.Then(202, Succeeded).SendAsync(_mail);
        await _service.Then(202, Succeeded).SendAsync(SomeMail.Of(3));

        var names = _service.Requests.Select(request => request.Headers["Operation-Id"]).ToList();
        names[1].ShouldBe(names[0]);
        names[2].ShouldNotBe(names[0]);
    }

    [Fact]
    public async Task The_mailer_asks_where_the_service_says_until_it_has_ended()
    {
        var location = $"{AcsService.Endpoint}/emails/operations/as-said?api-version=2023-03-31";
        var result = await _service
            .Then(202, Running, ("Operation-Location", location))
            .Then(200, """{"id":"x","status":"NotStarted"}""")
            .Then(200, Running)
            .Then(200, Succeeded)
            .SendAsync(_mail);

        result.ShouldBeOfType<SendResult.Sent>();
        _service.Requests.Skip(1).ShouldAllBe(request => request.Uri.AbsoluteUri == location);
    }

    [Fact]
    public async Task A_place_to_ask_on_another_server_gets_no_token()
    {
        await _service
            .Then(202, Running, ("Operation-Location", "https://evil.example/emails/operations/x"))
            .Then(200, Succeeded)
            .SendAsync(_mail);

        _service
            .Requests[1]
            .Uri.AbsoluteUri.ShouldBe(
                $"{AcsService.Endpoint}/emails/operations/{AcsOperation.Of(_mail)}?api-version=2023-03-31"
            );
    }

    [Theory]
    [InlineData(
        """{"id":"x","status":"Failed","error":{"code":"EmailDroppedAllRecipientsSuppressed","message":"ann@example.com"}}""",
        "The mail service could not send it (Failed, EmailDroppedAllRecipientsSuppressed)."
    )]
    [InlineData("""{"id":"x","status":"Canceled"}""", "The mail service could not send it (Canceled).")]
    [InlineData(
        """{"id":"x","status":"Failed","error":{"code":"<b> ann@example.com"}}""",
        "The mail service could not send it (Failed)."
    )]
    public async Task A_mail_that_the_service_gives_up_is_given_up(string end, string reason) =>
        (await _service.Then(202, Running).Then(200, end).SendAsync(_mail)).ShouldBe(
            new SendResult.NotSent(reason, Retryable: false)
        );

    [Fact]
    public async Task A_service_that_is_busy_is_asked_again_as_the_same_operation()
    {
        (await _service.Then(429).Then(429).Then(202, Succeeded).SendAsync(_mail)).ShouldBeOfType<SendResult.Sent>();
        _service.Requests.Select(request => request.Headers["Operation-Id"]).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_tried_again_later() =>
        (await _service.Then(429).Then(429).Then(429).Then(429).SendAsync(_mail)).ShouldBe(
            new SendResult.NotSent("The mail service asks to try again later (429).", Retryable: true)
        );

    [Theory]
    [InlineData(
        401,
        "The mail service refused the app’s identity (401, Denied); it needs a role that may send there.",
        true
    )]
    [InlineData(
        403,
        "The mail service refused the app’s identity (403, Denied); it needs a role that may send there.",
        true
    )]
    [InlineData(404, "The mail service refused the mail (404, Denied).", false)]
    [InlineData(413, "The mail service refused the mail (413, Denied).", false)]
    public async Task A_refusal_is_told_by_its_code_and_never_by_its_words(int status, string reason, bool retryable) =>
        (
            await _service
                .Then(status, """{"error":{"message":"ann@example.com"}}""", ("x-ms-error-code", "Denied"))
                .SendAsync(_mail)
        ).ShouldBe(new SendResult.NotSent(reason, retryable));

    [Fact]
    public async Task A_refused_post_whose_operation_the_service_has_is_followed()
    {
        (
            await _service.Then(409).Then(200, Running).Then(200, Succeeded).SendAsync(_mail)
        ).ShouldBeOfType<SendResult.Sent>();
        (await _service.Then(400).Then(404, NotFound).SendAsync(_mail)).ShouldBe(
            new SendResult.NotSent("The mail service refused the mail (400).", Retryable: false)
        );
    }

    [Fact]
    public async Task A_post_that_was_lost_is_never_repeated_but_asked_after()
    {
        (await _service.ThenLost().Then(200, Succeeded).SendAsync(_mail)).ShouldBeOfType<SendResult.Sent>();
        (await _service.ThenLost().Then(404, NotFound).SendAsync(_mail)).ShouldBe(
            new SendResult.Unreached("The mail service cannot be reached.")
        );
        _service.Requests.Count(request => request.Method == HttpMethod.Post).ShouldBe(2);
    }

    [Fact]
    public async Task A_server_error_is_asked_after_and_tried_again_later_where_nothing_came_of_it()
    {
        (await _service.Then(500).Then(404, NotFound).SendAsync(_mail)).ShouldBe(
            new SendResult.NotSent("The mail service asks to try again later (500).", Retryable: true)
        );
        (await _service.Then(503).Then(200, Succeeded).SendAsync(_mail)).ShouldBeOfType<SendResult.Sent>();
        (
            await _service.Then(500).ThenLost().ThenLost().ThenLost().ThenLost().SendAsync(_mail)
        ).ShouldBeOfType<SendResult.Unknown>();
    }

    [Fact]
    public async Task A_mail_that_was_accepted_and_cannot_be_asked_after_may_have_arrived()
    {
        (await _service.Then(202, Running).Then(404, NotFound).SendAsync(_mail)).ShouldBeOfType<SendResult.Unknown>();
        (
            await _service.Then(202, Running).ThenLost().ThenLost().ThenLost().ThenLost().SendAsync(_mail)
        ).ShouldBeOfType<SendResult.Unknown>();
        (
            await _service.ThenLost().ThenLost().ThenLost().ThenLost().ThenLost().SendAsync(_mail)
        ).ShouldBeOfType<SendResult.Unknown>();
    }

    [Theory]
    [InlineData("https://127.0.0.1:{0}")]
    [InlineData("https://nobody.invalid")]
    public async Task A_service_that_cannot_be_connected_to_has_no_mail(string endpoint)
    {
        var options = new AcsOptions { Transport = new HttpClientTransport() };
        var settings = new MailSettings(
            MailWay.Acs,
            SomeMail.From,
            [SomeMail.From],
            Smtp: null,
            new Uri(string.Format(CultureInfo.InvariantCulture, endpoint, SilentPort.Closed())),
            PickupFolder: null
        );
        var mailer = new AcsMailer(settings, new AcsService.FixedToken(), options, TimeProvider.System);

        (await mailer.SendAsync(_mail, default)).ShouldBe(
            new SendResult.Unreached("The mail service cannot be reached.")
        );
    }

    [Fact]
    public async Task A_mail_that_was_accepted_before_the_token_ended_may_have_arrived() =>
        (await _service.Then(202, Running).SendAsync(_mail, new OneToken())).ShouldBeOfType<SendResult.Unknown>();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_service_that_stays_silent_is_left_after_the_limit(bool accepted)
    {
        _ = accepted ? _service.Then(202, Running).ThenSilence() : _service.ThenSilence().ThenSilence();
        var watch = Stopwatch.StartNew();

        await _service.SendAsync(_mail, limit: TimeSpan.FromSeconds(2));

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3.5));
        new AcsOptions().Limit.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_asked_after_and_the_post_not_repeated()
    {
        var limit = TimeSpan.FromSeconds(2);
        (await _service.ThenSilence().Then(404, NotFound).SendAsync(_mail, limit: limit)).ShouldBe(
            new SendResult.Unreached("The mail service cannot be reached.")
        );
        (
            await _service.Then(202, Running).ThenSilence().SendAsync(_mail, limit: limit)
        ).ShouldBeOfType<SendResult.Unknown>();
        _service.Requests.Count(request => request.Method == HttpMethod.Post).ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_stops_waiting_is_told_nothing()
    {
        using var stopping = new CancellationTokenSource();
        _service.ThenSilence(stopping.Cancel);

        await Should.ThrowAsync<OperationCanceledException>(() => _service.SendAsync(_mail, stopping: stopping.Token));
    }

    [Fact]
    public async Task An_identity_that_gets_no_token_is_tried_again_later_and_its_words_are_kept()
    {
        (await _service.SendAsync(_mail, new NoToken())).ShouldBe(
            new SendResult.Unreached("The app’s identity got no token for the mail service.")
        );
        _service.Requests.ShouldBeEmpty();
    }

    private static IEnumerable<string> Names(JsonElement json) =>
        json.EnumerateObject().Select(property => property.Name);

    /// <summary>A token that has ended when it is asked for again.</summary>
    private sealed class OneToken : TokenCredential
    {
        private bool _given;

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            if (_given)
            {
                throw new CredentialUnavailableException("tenant 1234, client 5678");
            }

            _given = true;
            return new("the-token", DateTimeOffset.UnixEpoch);
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => new(GetToken(requestContext, cancellationToken));
    }

    private sealed class NoToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("tenant 1234, client 5678");

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => throw new CredentialUnavailableException("tenant 1234, client 5678");
    }
}
