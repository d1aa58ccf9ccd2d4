using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Mail.Acs;
using ScoreGuard.Mail.Pickup;
using ScoreGuard.Mail.Settings;
using ScoreGuard.Mail.Smtp;

namespace ScoreGuard.Mail.Tests.Settings;

public sealed class MailSettingsReaderTests
{
    private const string Secret = "s3cret";

    private static readonly Dictionary<string, string> Smtp = new(StringComparer.Ordinal)
    {
        [SettingNames.Way] = "smtp",
        [SettingNames.From] = "ScoreGuard <guard@example.com>",
        [SettingNames.To] = "ann@example.com; Bob <bob@example.com>;",
        [SettingNames.SmtpHost] = "smtp.example.com",
        [SettingNames.SmtpUser] = "guard",
        [SettingNames.SmtpPassword] = Secret,
    };

    [Fact]
    public void Without_any_setting_mails_are_files_in_the_hosts_folder()
    {
        var settings = Read([]);

        settings.Way.ShouldBe(MailWay.Pickup);
        settings.PickupFolder.ShouldBeNull();
        Mailers.Of(settings, "somewhere", TimeProvider.System).ShouldBeOfType<PickupMailer>();
    }

    [Fact]
    public void Mail_may_be_off_whatever_else_is_set()
    {
        var settings = Read(new(Smtp) { [SettingNames.Way] = " OFF ", [SettingNames.SmtpPort] = "none" });

        settings.ShouldBe(MailSettings.Off);
        Mailers.Of(settings, "somewhere", TimeProvider.System).ShouldBeNull();
    }

    [Fact]
    public void Smtp_is_encrypted_on_the_port_for_submission_unless_said_otherwise()
    {
        var settings = Read(Smtp);

        settings.Smtp.ShouldBe(new("smtp.example.com", 587, "guard", Secret, StartTls: true));
        settings.From.ToString().ShouldBe("\"ScoreGuard\" <guard@example.com>");
        settings.To.Select(to => to.Address).ShouldBe(["ann@example.com", "bob@example.com"]);
        Mailers.Of(settings, "somewhere", TimeProvider.System).ShouldBeOfType<SmtpMailer>();
    }

    [Fact]
    public void Azure_needs_an_endpoint_and_no_key()
    {
        var settings = Read(
            new(Smtp)
            {
                [SettingNames.Way] = "acs",
                [SettingNames.AcsEndpoint] = "https://guard.communication.azure.com/",
            }
        );

        settings.AcsEndpoint.ShouldBe(new Uri("https://guard.communication.azure.com"));
        settings.Smtp.ShouldBeNull();
        Mailers.Of(settings, "somewhere", TimeProvider.System).ShouldBeOfType<AcsMailer>();
    }

    [Theory]
    [InlineData(SettingNames.Way, "post", "SG5301", "`post` is no way for mail to go; it is off, pickup, smtp or acs.")]
    [InlineData(
        SettingNames.From,
        "",
        "SG5302",
        "SCOREGUARD_MAIL_FROM is not set, and SCOREGUARD_MAIL asks for it; set it, or turn mail off with SCOREGUARD_MAIL=off."
    )]
    [InlineData(
        SettingNames.To,
        " ",
        "SG5302",
        "SCOREGUARD_MAIL_TO is not set, and SCOREGUARD_MAIL asks for it; set it, or turn mail off with SCOREGUARD_MAIL=off."
    )]
    [InlineData(
        SettingNames.SmtpHost,
        "",
        "SG5302",
        "SCOREGUARD_SMTP_HOST is not set, and SCOREGUARD_MAIL asks for it; set it, or turn mail off with SCOREGUARD_MAIL=off."
    )]
    [InlineData(
        SettingNames.From,
        "guard",
        "SG5303",
        "It is no mail address; write name@example.com or Name <name@example.com>."
    )]
    [InlineData(
        SettingNames.From,
        "guard@example.com\r\nBcc: all@example.com",
        "SG5303",
        "It is no mail address; write name@example.com or Name <name@example.com>."
    )]
    [InlineData(
        SettingNames.To,
        "ann@example.com; bob",
        "SG5303",
        "Number 2 of it is no mail address; write name@example.com or Name <name@example.com>."
    )]
    [InlineData(
        SettingNames.To,
        ";",
        "SG5303",
        "It is no mail address; write name@example.com or Name <name@example.com>."
    )]
    [InlineData(SettingNames.SmtpPort, "0", "SG5304", "`0` is no port; it is a whole number from 1 to 65535.")]
    [InlineData(SettingNames.SmtpPort, "65536", "SG5304", "`65536` is no port; it is a whole number from 1 to 65535.")]
    [InlineData(SettingNames.SmtpTls, "ssl", "SG5305", "`ssl` is no choice; it is starttls or none.")]
    [InlineData(
        SettingNames.SmtpTls,
        "none",
        "SG5306",
        "The password would travel unencrypted to another machine; set it to starttls, or leave out the login."
    )]
    [InlineData(
        SettingNames.SmtpPassword,
        "",
        "SG5307",
        "SCOREGUARD_SMTP_USER is set and SCOREGUARD_SMTP_PASSWORD is not; a login needs both."
    )]
    [InlineData(
        SettingNames.SmtpUser,
        "",
        "SG5307",
        "SCOREGUARD_SMTP_PASSWORD is set and SCOREGUARD_SMTP_USER is not; a login needs both."
    )]
    [InlineData(
        SettingNames.SmtpHost,
        "smtp://smtp.example.com",
        "SG5309",
        "This is no host name; write it without scheme and port, as smtp.example.com."
    )]
    public void A_wrong_setting_is_named_with_what_would_be_right(
        string name,
        string value,
        string code,
        string message
    )
    {
        var refused = Refused(new(Smtp) { [name] = value }).Single();

        refused.Code.ShouldBe(code);
        refused.Message.ShouldBe(message);
        refused.File.ShouldBe("environment");
        (refused.Path == name || code == "SG5307").ShouldBeTrue(refused.Path);
    }

    [Theory]
    [InlineData("http://guard.communication.azure.com")]
    [InlineData("endpoint=https://guard.communication.azure.com/;accesskey=s3cret")]
    [InlineData("https://key:s3cret@guard.communication.azure.com")]
    public void An_endpoint_that_is_no_https_address_is_refused_and_not_repeated(string endpoint)
    {
        var refused = Refused(new(Smtp) { [SettingNames.Way] = "acs", [SettingNames.AcsEndpoint] = endpoint }).Single();

        refused.Code.ShouldBe("SG5308");
        refused.ToString().ShouldNotContain(Secret);
    }

    [Fact]
    public void Everything_wrong_is_said_at_once_and_no_secret_or_address_with_it()
    {
        var refused = Refused(
            new(StringComparer.Ordinal)
            {
                [SettingNames.Way] = "smtp",
                [SettingNames.From] = "private.person",
                [SettingNames.To] = "private.person",
                [SettingNames.SmtpPort] = "many",
                [SettingNames.SmtpPassword] = Secret,
                [SettingNames.SmtpTls] = "maybe",
            }
        );

        refused
            .Select(diagnostic => diagnostic.Code)
            .ShouldBe(["SG5302", "SG5303", "SG5303", "SG5304", "SG5305", "SG5307"], ignoreOrder: true);
        foreach (var diagnostic in refused)
        {
            diagnostic.ToString().ShouldNotContain(Secret);
            diagnostic.ToString().ShouldNotContain("private");
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void A_login_without_encryption_is_allowed_on_this_machine_alone(string host) =>
        Read(new(Smtp) { [SettingNames.SmtpHost] = host, [SettingNames.SmtpTls] = "none" })
            .Smtp!.StartTls.ShouldBeFalse();

    [Theory]
    [InlineData("localhost.example.com")]
    [InlineData("10.0.0.1")]
    [InlineData("127.0.0.1.example.com")]
    public void A_host_that_only_looks_like_this_machine_is_another(string host) =>
        Refused(new(Smtp) { [SettingNames.SmtpHost] = host, [SettingNames.SmtpTls] = "none" })
            .Single()
            .Code.ShouldBe("SG5306");

    [Fact]
    public void Settings_that_are_printed_show_no_password() => Read(Smtp).ToString().ShouldNotContain(Secret);

    private static MailSettings Read(Dictionary<string, string> variables) =>
        MailSettingsReader
            .Read(name => variables.GetValueOrDefault(name))
            .ShouldBeOfType<Parsed<MailSettings>.Ok>()
            .Value;

    private static ImmutableArray<Diagnostic> Refused(Dictionary<string, string> variables) =>
        MailSettingsReader
            .Read(name => variables.GetValueOrDefault(name))
            .ShouldBeOfType<Parsed<MailSettings>.Refused>()
            .Diagnostics;
}
