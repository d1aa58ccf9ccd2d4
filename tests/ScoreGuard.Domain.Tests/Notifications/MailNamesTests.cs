using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Domain.Tests.Notifications;

public sealed class MailNamesTests
{
    private static readonly Instant At = new(1_773_122_400_123);

    [Fact]
    public void A_digest_is_named_by_the_one_before_it()
    {
        MailNames.OfDigest(At).ShouldBe("digest-20260310T060000123Z");
        MailNames.IsMailName(MailNames.OfDigest(At)).ShouldBeTrue();
        MailNames.IsMailName(RunId.Of(At, "")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("digest-")]
    [InlineData("digest-20260310T060000123Z-1")]
    [InlineData("digest-../../../../etc/passwd")]
    [InlineData("Digest-20260310T060000123Z")]
    public void Nothing_else_is_a_mails_name(string text) => MailNames.IsMailName(text).ShouldBeFalse();

    [Fact]
    public void Runs_of_two_workspaces_with_one_name_make_two_messages()
    {
        var run = RunId.Of(At, "");
        MailNames.MessageKey(run, "Acme\r\nBcc: a@b.c").ShouldMatch("^[A-Za-z0-9.-]+$");
        MailNames.MessageKey(run, "Acme").ShouldNotBe(MailNames.MessageKey(run, "Other"));
    }
}
