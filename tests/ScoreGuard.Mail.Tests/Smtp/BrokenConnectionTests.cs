using System.Net;
using System.Net.Sockets;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Mail.Smtp;
using ScoreGuard.Mail.Tests.Servers;

namespace ScoreGuard.Mail.Tests.Smtp;

public sealed class BrokenConnectionTests
{
    [Fact]
    public async Task A_server_that_is_down_is_tried_again_later()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var result = await SendAsync(port);

        result.ShouldBe(
            new SendResult.NotSent("The mail server cannot be reached (ConnectionRefused).", Retryable: true)
        );
    }

    [Fact]
    public async Task A_server_that_takes_the_mail_and_drops_the_connection_may_have_it()
    {
        await using var server = new SmtpScript((".", SmtpScript.Drop));

        var result = await SendAsync(server.Port);

        result.ShouldBe(new SendResult.Unknown("The connection to the mail server was lost."));
        server.Heard.ShouldContain("(mail)");
    }

    [Theory]
    [InlineData("connect")]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task A_connection_that_drops_before_the_mail_was_handed_over_sent_nothing(string command)
    {
        await using var server = new SmtpScript((command, SmtpScript.Drop), ("HELO", SmtpScript.Drop));

        var result = await SendAsync(server.Port);

        result.ShouldBe(new SendResult.NotSent("The connection to the mail server was lost.", Retryable: true));
        server.Heard.ShouldNotContain("(mail)");
    }

    [Theory]
    [InlineData("MAIL", "451 later", "The mail server asks to try again later (451).", true)]
    [InlineData("RCPT", "450 mailbox busy ann@example.com", "The mail server asks to try again later (450).", true)]
    [InlineData("RCPT", "550 no such user ann@example.com", "The mail server refused the mail (550).", false)]
    [InlineData("MAIL", "530 login first", "The mail server refused the login (530).", false)]
    [InlineData(".", "452 no room", "The mail server asks to try again later (452).", true)]
    [InlineData(".", "554 looks like spam to ann@example.com", "The mail server refused the mail (554).", false)]
    [InlineData("connect", "421 closed", "The mail server asks to try again later (421).", true)]
    public async Task A_refusal_is_told_by_its_number_and_never_by_its_words(
        string command,
        string answer,
        string reason,
        bool retryable
    )
    {
        await using var server = new SmtpScript((command, answer));

        (await SendAsync(server.Port)).ShouldBe(new SendResult.NotSent(reason, retryable));
    }

    [Fact]
    public async Task A_server_that_never_answers_is_left_after_the_limit()
    {
        await using var server = new SmtpScript(("MAIL", SmtpScript.Silence));

        var result = await SendAsync(server.Port, TimeSpan.FromMilliseconds(500));

        result.ShouldBeOfType<SendResult.NotSent>().Retryable.ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_that_takes_the_mail_and_never_says_so_may_have_it()
    {
        await using var server = new SmtpScript((".", SmtpScript.Silence));

        // Long enough for the slowest machine to hand the mail over.
        (await SendAsync(server.Port, TimeSpan.FromSeconds(4))).ShouldBeOfType<SendResult.Unknown>();
    }

    [Fact]
    public async Task Whoever_stops_waiting_is_told_nothing()
    {
        await using var server = new SmtpScript(("MAIL", SmtpScript.Silence));
        using var stopping = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var mailer = new SmtpMailer(
            SomeMail.Settings(server.Port, startTls: false, password: null),
            SmtpMailer.DefaultLimit
        );

        await Should.ThrowAsync<OperationCanceledException>(() => mailer.SendAsync(SomeMail.Of(), stopping.Token));
    }

    private static Task<SendResult> SendAsync(int port, TimeSpan? limit = null) =>
        new SmtpMailer(
            SomeMail.Settings(port, startTls: false, password: null, host: "127.0.0.1"),
            limit ?? SmtpMailer.DefaultLimit
        ).SendAsync(SomeMail.Of(), default);
}
