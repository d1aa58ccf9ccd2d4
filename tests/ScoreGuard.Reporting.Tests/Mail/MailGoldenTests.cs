using System.Text;

namespace ScoreGuard.Reporting.Tests.Mail;

public sealed class MailGoldenTests
{
    public static TheoryData<string> Names => Mails.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_parts_of_each_mail_are_as_approved(string name)
    {
        var mail = Mails.All[name];

        Golden.ShouldBeApproved($"{name}.mail.html", Encoding.UTF8.GetBytes(mail.Html));
        Golden.ShouldBeApproved(
            $"{name}.mail.txt",
            Encoding.UTF8.GetBytes($"Subject: {mail.Subject}\nPreheader: {mail.Preheader}\n\n{mail.Text}")
        );
    }
}
