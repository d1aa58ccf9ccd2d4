using ScoreGuard.Domain.Notifications;
using ScoreGuard.Mail.Smtp;
using ScoreGuard.Mail.Tests.Servers;

namespace ScoreGuard.Mail.Tests.Smtp;

/// <summary>One mail to Ann and Bob, of whom a server refuses one or both.</summary>
public sealed class RefusedReceiversTests
{
    private const string Busy = "450 mailbox busy";
    private const string Unknown = "550 no such user";
    private const string Ok = "250 ok";

    private const string Handed = "(mail)";

    [Theory]
    [InlineData(Ok, Busy, "The mail server refused 1 of 2 receivers (450).")]
    [InlineData(Ok, Unknown, "The mail server refused 1 of 2 receivers (550).")]
    [InlineData(Ok, "452 too many", "The mail server refused 1 of 2 receivers (452).")]
    [InlineData(Ok, "551 not here", "The mail server refused 1 of 2 receivers (551).")]
    [InlineData(Ok, "552 full", "The mail server refused 1 of 2 receivers (552).")]
    [InlineData(Ok, "553 what", "The mail server refused 1 of 2 receivers (553).")]
    [InlineData(Busy, Ok, "The mail server refused 1 of 2 receivers (450).")]
    [InlineData(Unknown, Ok, "The mail server refused 1 of 2 receivers (550).")]
    public async Task A_mail_that_one_receiver_has_is_sent_and_tells_how_many_were_refused(
        string ann,
        string bob,
        string reason
    )
    {
        await using var server = Server(ann, bob);

        (await SendAsync(server)).ShouldBe(new SendResult.SentInPart(reason));
        server.Heard.Count(Handed.Equals).ShouldBe(1);
    }

    [Theory]
    [InlineData(Busy, Busy, "The mail server asks to try again later (450).", true)]
    [InlineData(Unknown, Unknown, "The mail server refused the mail (550).", false)]
    [InlineData(Unknown, "551 not here", "The mail server refused the mail (550, 551).", false)]
    [InlineData(Busy, Unknown, "The mail server asks to try again later (450, 550).", true)]
    [InlineData(Unknown, Busy, "The mail server asks to try again later (550, 450).", true)]
    public async Task A_mail_that_every_receiver_is_refused_was_not_sent(
        string ann,
        string bob,
        string reason,
        bool retryable
    )
    {
        await using var server = Server(ann, bob);

        (await SendAsync(server)).ShouldBe(new SendResult.NotSent(reason, retryable));
        server.Heard.ShouldNotContain(Handed);
    }

    /// <summary>By these codes the client stops before anybody has it, whoever was accepted before.</summary>
    [Theory]
    [InlineData(Ok, "451 greylisted", "The mail server asks to try again later (451).", true)]
    [InlineData(Unknown, "421 closing", "The mail server asks to try again later (421).", true)]
    [InlineData(Ok, "554 relay denied", "The mail server refused the mail (554).", false)]
    [InlineData("451 greylisted", Ok, "The mail server asks to try again later (451).", true)]
    [InlineData("554 relay denied", Ok, "The mail server refused the mail (554).", false)]
    public async Task A_code_that_refuses_more_than_a_receiver_leaves_the_mail_with_nobody(
        string ann,
        string bob,
        string reason,
        bool retryable
    )
    {
        await using var server = Server(ann, bob);

        (await SendAsync(server)).ShouldBe(new SendResult.NotSent(reason, retryable));
        server.Heard.ShouldNotContain(Handed);
    }

    [Theory]
    [InlineData("452 no room", "The mail server asks to try again later (452).", true)]
    [InlineData("554 spam", "The mail server refused the mail (554).", false)]
    public async Task A_mail_that_is_refused_as_a_whole_after_a_receiver_was_is_with_nobody(
        string end,
        string reason,
        bool retryable
    )
    {
        await using var server = Server(Ok, Unknown, (".", end));

        (await SendAsync(server)).ShouldBe(new SendResult.NotSent(reason, retryable));
    }

    [Fact]
    public async Task A_connection_that_drops_after_a_receiver_was_refused_may_have_left_the_mail_with_the_other()
    {
        await using var server = Server(Ok, Unknown, (".", SmtpScript.Drop));

        (await SendAsync(server)).ShouldBe(new SendResult.Unknown("The connection to the mail server was lost."));
    }

    [Theory]
    [InlineData(SmtpScript.Drop)]
    [InlineData(SmtpScript.Silence)]
    [InlineData("554 no farewell")]
    public async Task However_the_farewell_goes_a_mail_that_was_taken_is_sent(string farewell)
    {
        await using var server = Server(Ok, Ok, ("QUIT", farewell));

        (await SendAsync(server)).ShouldBe(new SendResult.Sent(""));
    }

    private static SmtpScript Server(string ann, string bob, params (string, string)[] others) =>
        new([("RCPT TO:<ann@", ann), ("RCPT TO:<bob@", bob), .. others]);

    private static Task<SendResult> SendAsync(SmtpScript server) =>
        new SmtpMailer(
            SomeMail.Settings(server.Port, startTls: false, password: null, host: "127.0.0.1"),
            TimeSpan.FromSeconds(10)
        ).SendAsync(SomeMail.Of(), default);
}
