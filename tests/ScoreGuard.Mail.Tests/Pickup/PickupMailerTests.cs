using System.Text;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Mail.Pickup;
using ScoreGuard.Mail.Settings;

namespace ScoreGuard.Mail.Tests.Pickup;

public sealed class PickupMailerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scoreguard-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_mail_is_one_whole_file_with_both_parts_and_its_headers()
    {
        var mail = SomeMail.Of(2, thread: 1);
        (await SendAsync(mail)).ShouldBe(new SendResult.Sent(mail.Id + ".eml"));

        Directory.GetFileSystemEntries(Inbox).ShouldBe([Path.Combine(Inbox, mail.Id + ".eml")]);
        var eml = await File.ReadAllTextAsync(Path.Combine(Inbox, mail.Id + ".eml"), Encoding.ASCII);
        eml.ShouldContain($"Message-ID: <{mail.MessageKey}@localhost>", Case.Insensitive);
        eml.ShouldContain($"In-Reply-To: <{mail.ThreadKey}@localhost>", Case.Insensitive);
        eml.ShouldContain("text/plain; charset=utf-8");
        eml.ShouldContain("text/html; charset=utf-8");
        eml.TrimEnd().ShouldEndWith("--");
    }

    [Fact]
    public async Task The_same_mail_is_the_same_file_also_after_an_attempt_that_was_cut_short()
    {
        var mail = SomeMail.Of();
        Directory.CreateDirectory(Path.Combine(Inbox, mail.Id + ".eml.unfinished"));
        await File.WriteAllTextAsync(Path.Combine(Inbox, mail.Id + ".eml.unfinished", "half.eml"), "half");

        await SendAsync(mail);
        await SendAsync(mail);

        Directory.GetFileSystemEntries(Inbox).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_tried_again_later()
    {
        await File.WriteAllTextAsync(Inbox, "in the way");

        var notSent = (await SendAsync(SomeMail.Of())).ShouldBeOfType<SendResult.NotSent>();
        notSent.Reason.ShouldBe("The pickup folder could not be written (DirectoryNotFoundException).");
        notSent.Retryable.ShouldBeTrue();
    }

    [Fact]
    public async Task A_mails_name_cannot_leave_the_folder() =>
        await Should.ThrowAsync<ArgumentException>(() => SendAsync(SomeMail.Of() with { Id = "../out" }));

    private string Inbox => Path.Combine(_folder, "inbox");

    private Task<SendResult> SendAsync(OutgoingMail mail)
    {
        var settings = new MailSettings(
            MailWay.Pickup,
            MailSettings.Nobody,
            [MailSettings.Nobody],
            Smtp: null,
            AcsEndpoint: null,
            PickupFolder: null
        );
        return new PickupMailer(settings, Inbox).SendAsync(mail, default);
    }
}
