using ScoreGuard.Domain.Notifications;
using ScoreGuard.Mail.Smtp;
using ScoreGuard.Mail.Tests.Servers;

namespace ScoreGuard.Mail.Tests.Smtp;

public sealed class CertificateTests
{
    [Theory]
    [InlineData("unknown authority")]
    [InlineData("other machine")]
    public async Task A_server_whose_certificate_is_not_trusted_gets_neither_password_nor_mail(string certificate)
    {
        await using var inbox = await Inbox.OpenAsync(
            certificate == "other machine" ? TestAuthority.OtherMachine : TestAuthority.Unknown
        );
        var mailer = new SmtpMailer(SomeMail.Settings(inbox.Port, startTls: true), SmtpMailer.DefaultLimit);

        var result = await mailer.SendAsync(SomeMail.Of(), default);

        result.ShouldBe(new SendResult.NotSent("The mail server’s certificate is not trusted.", Retryable: false));
        (await inbox.MailsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_without_encryption_gets_neither_password_nor_mail()
    {
        await using var server = new SmtpScript(("EHLO", "250-script\r\n250 AUTH PLAIN LOGIN"));
        var mailer = new SmtpMailer(SomeMail.Settings(server.Port, startTls: true), SmtpMailer.DefaultLimit);

        var result = await mailer.SendAsync(SomeMail.Of(), default);

        result.ShouldBe(new SendResult.NotSent("The mail server offers no encryption.", Retryable: false));
        server.Heard.ShouldNotContain(command => command.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase));
        server.Heard.ShouldNotContain("(mail)");
    }

    [Fact]
    public void A_mailer_that_would_send_a_password_unencrypted_to_another_machine_is_not_made() =>
        Should.Throw<ArgumentException>(() =>
            new SmtpMailer(SomeMail.Settings(25, startTls: false, host: "smtp.example.com"), SmtpMailer.DefaultLimit)
        );

    [Fact]
    public async Task Without_encryption_a_mail_still_goes_to_this_machine()
    {
        await using var inbox = await Inbox.OpenAsync(certificate: null);
        var mailer = new SmtpMailer(
            SomeMail.Settings(inbox.Port, startTls: false, password: null),
            SmtpMailer.DefaultLimit
        );

        (await mailer.SendAsync(SomeMail.Of(), default)).ShouldBe(new SendResult.Sent(""));
        (await inbox.MailsAsync()).Count.ShouldBe(1);
    }
}
