using System.Text.Json;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Mail.Smtp;
using ScoreGuard.Mail.Tests.Servers;

namespace ScoreGuard.Mail.Tests.Smtp;

/// <summary>Mails that a real server took over an encrypted connection with a login, read back from its inbox.</summary>
public sealed class DeliveredMailTests : IAsyncLifetime
{
    private Inbox _inbox = null!;

    public async ValueTask InitializeAsync() => _inbox = await Inbox.OpenAsync(TestAuthority.Trusted);

    public ValueTask DisposeAsync() => _inbox.DisposeAsync();

    [Fact]
    public async Task Both_parts_and_the_subject_arrive_word_for_word()
    {
        var mail = SomeMail.Of(
            subject: "[drift] Ünïcode שלום 👩‍👩‍👧: MQL +37 / −12 of 1,000 leads, " + new string('ä', 120)
        );
        (await SendAsync(mail)).ShouldBe(new SendResult.Sent(""));

        var arrived = (await _inbox.MailsAsync()).Single();
        arrived.GetProperty("subject").GetString().ShouldBe(mail.Subject);
        Lines(arrived.GetProperty("text")).ShouldBe(mail.Text.TrimEnd());
        Lines(arrived.GetProperty("html")).ShouldBe(mail.Html.TrimEnd());
        var source = await _inbox.SourceAsync(arrived);
        source.ShouldContain("multipart/alternative");
        source
            .IndexOf("text/plain; charset=utf-8", StringComparison.OrdinalIgnoreCase)
            .ShouldBeLessThan(source.IndexOf("text/html; charset=utf-8", StringComparison.OrdinalIgnoreCase));
        source.Split('\n').Max(line => line.Length).ShouldBeLessThan(1_000);
        source.ShouldAllBe(unit => char.IsAscii(unit));
    }

    [Fact]
    public async Task People_and_headers_arrive_and_say_that_a_program_wrote()
    {
        await SendAsync(SomeMail.Of());

        var arrived = (await _inbox.MailsAsync()).Single();
        People(arrived, "from").ShouldBe(["ScoreGuard für Acme <guard@example.com>"]);
        People(arrived, "to").ShouldBe(["Ann Ünal <ann@example.com>", " <bob@example.com>"]);
        (await HeaderAsync(arrived, "List-Id")).ShouldBe("ScoreGuard <scoreguard.example.com>");
        (await HeaderAsync(arrived, "Auto-Submitted")).ShouldBe("auto-generated");
        (await HeaderAsync(arrived, "X-Auto-Response-Suppress")).ShouldBe("All");
        (await HeaderAsync(arrived, "Message-ID")).ShouldBe("<20260310T060001000Z-1a2b3c4d.0123456789ab@example.com>");
        (await HeaderAsync(arrived, "In-Reply-To")).ShouldBeNull();
        (await HeaderAsync(arrived, "References")).ShouldBeNull();
    }

    [Theory]
    [InlineData("[drift] =?utf-8?q?x?=: MQL +37 of 1,000 leads")]
    [InlineData("[drift] =?utf-8?b?eA==?= and Ünïcode")]
    [InlineData("=?utf-8?q?x?=")]
    [InlineData("=?utf-8?q?a=0D=0AX-Evil:_b?=?")]
    [InlineData("=? ?=")]
    public async Task Text_that_looks_encoded_arrives_as_it_was_written(string text)
    {
        var settings = SomeMail.Settings(_inbox.Port, startTls: true) with
        {
            From = new("guard@example.com", "Guard of =?utf-8?q?x?="),
            To = [new("ann@example.com", "=?utf-8?q?Bob?= Ann"), new("bob@example.com")],
        };

        var result = await new SmtpMailer(settings, SmtpMailer.DefaultLimit).SendAsync(
            SomeMail.Of(subject: text),
            default
        );

        result.ShouldBe(new SendResult.Sent(""));
        var arrived = (await _inbox.MailsAsync()).Single();
        arrived.GetProperty("subject").GetString()!.Trim().ShouldBe(text);
        People(arrived, "from").Single().Trim().ShouldBe("Guard of =?utf-8?q?x?= <guard@example.com>");
        People(arrived, "to").First().Trim().ShouldBe("=?utf-8?q?Bob?= Ann <ann@example.com>");
        (await HeaderAsync(arrived, "X-Evil")).ShouldBeNull();
        (await HeaderAsync(arrived, "Subject"))!.ShouldNotContain(text);
    }

    [Fact]
    public async Task A_mail_that_goes_on_refers_to_the_first_of_its_thread()
    {
        await SendAsync(SomeMail.Of(1, subject: "first"));
        await SendAsync(SomeMail.Of(2, thread: 1, subject: "second"));

        var mails = await _inbox.MailsAsync();
        var first = await HeaderAsync(
            mails.Single(mail => mail.GetProperty("subject").GetString() == "first"),
            "Message-ID"
        );
        var second = mails.Single(mail => mail.GetProperty("subject").GetString() == "second");
        (await HeaderAsync(second, "In-Reply-To")).ShouldBe(first);
        (await HeaderAsync(second, "References")).ShouldBe(first);
        (await HeaderAsync(second, "Message-ID")).ShouldNotBe(first);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_for_good_and_is_not_told()
    {
        var settings = SomeMail.Settings(_inbox.Port, startTls: true, "another password");
        var result = await new SmtpMailer(settings, SmtpMailer.DefaultLimit).SendAsync(SomeMail.Of(), default);

        var notSent = result.ShouldBeOfType<SendResult.NotSent>();
        notSent.Reason.ShouldBe("The mail server refused the login (530).");
        notSent.Retryable.ShouldBeFalse();
        (await _inbox.MailsAsync()).ShouldBeEmpty();
    }

    private Task<SendResult> SendAsync(OutgoingMail mail) =>
        new SmtpMailer(SomeMail.Settings(_inbox.Port, startTls: true), SmtpMailer.DefaultLimit).SendAsync(
            mail,
            default
        );

    private static string Lines(JsonElement part) => part.GetString()!.ReplaceLineEndings("\n").TrimEnd();

    /// <summary>As it came over the wire, folded lines joined; null: there is none.</summary>
    private async Task<string?> HeaderAsync(JsonElement mail, string name)
    {
        var source = (await _inbox.SourceAsync(mail)).ReplaceLineEndings("\n");
        var headers = source[..source.IndexOf("\n\n", StringComparison.Ordinal)]
            .Replace("\n ", " ", StringComparison.Ordinal);
        return headers
            .Split('\n')
            .SingleOrDefault(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))
            ?[(name.Length + 2)..];
    }

    private static IEnumerable<string> People(JsonElement mail, string part) =>
        mail.GetProperty(part)
            .EnumerateArray()
            .Select(person =>
                $"{person.GetProperty("name").GetString()} <{person.GetProperty("address").GetString()}>"
            );
}
