using System.Diagnostics;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Mail.Smtp;
using ScoreGuard.Mail.Tests.Servers;

namespace ScoreGuard.Mail.Tests.Smtp;

public sealed class BrokenConnectionTests
{
    [Fact]
    public async Task A_server_that_is_down_is_tried_again_later()
    {
        var result = await SendAsync(SilentPort.Closed());

        result.ShouldBe(new SendResult.Unreached("The mail server cannot be reached (ConnectionRefused)."));
    }

    [Fact]
    public async Task A_server_whose_name_nobody_knows_is_tried_again_later()
    {
        var result = await new SmtpMailer(
            SomeMail.Settings(25, startTls: false, password: null, host: "nobody.invalid"),
            SmtpMailer.DefaultLimit
        ).SendAsync(SomeMail.Of(), default);

        result.ShouldBeOfType<SendResult.Unreached>().Reason.ShouldStartWith("The mail server cannot be reached (");
    }

    [Fact]
    public async Task A_connection_that_nobody_answers_is_left_after_the_limit()
    {
        using var port = new SilentPort();
        var watch = Stopwatch.StartNew();

        var result = await SendAsync(port.Number, TimeSpan.FromSeconds(1));

        result.ShouldBe(new SendResult.Unreached("The mail server did not answer within 1 second."));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
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

        result.ShouldBe(new SendResult.Unreached("The connection to the mail server was lost."));
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

    [Theory]
    [InlineData("connect")]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task A_server_that_stays_silent_before_the_mail_was_handed_over_is_left_after_the_limit(string command)
    {
        await using var server = new SmtpScript((command, SmtpScript.Silence));
        var watch = Stopwatch.StartNew();

        var result = await SendAsync(server.Port, TimeSpan.FromSeconds(1));

        result.ShouldBe(new SendResult.Unreached("The mail server did not answer within 1 second."));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_server_that_stays_silent_where_encryption_begins_is_left_after_the_limit()
    {
        await using var server = new SmtpScript(
            ("connect", "220 script"),
            ("EHLO", "250-script\r\n250 STARTTLS"),
            ("STARTTLS", "220 go on"),
            ("", SmtpScript.Silence)
        );
        var watch = Stopwatch.StartNew();

        var result = await new SmtpMailer(
            SomeMail.Settings(server.Port, startTls: true),
            TimeSpan.FromSeconds(1)
        ).SendAsync(SomeMail.Of(), default);

        result.ShouldBe(new SendResult.Unreached("The mail server did not answer within 1 second."));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void One_mail_takes_a_minute_at_most() =>
        SmtpMailer.DefaultLimit.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(1));

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
