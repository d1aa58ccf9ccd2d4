using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Tests.Platforms;

public sealed class ConnectionsTests
{
    [Fact]
    public void A_setting_is_named_after_its_connection() =>
        Connections.SettingOf("hubspot-eu", "TOKEN").ShouldBe("SCOREGUARD_CONNECTION_HUBSPOT_EU_TOKEN");

    [Fact]
    public void What_is_missing_is_told_by_its_name_and_never_by_a_value()
    {
        var wrong = new List<Diagnostic>();
        new Connections(_ => "  ").Get("h", "TOKEN", wrong).ShouldBe("");
        wrong.ShouldHaveSingleItem().Message.ShouldContain("SCOREGUARD_CONNECTION_H_TOKEN");
    }

    [Theory]
    [InlineData("https://api.example.com", "https://api.example.com/")]
    [InlineData("https://api.example.com/base//", "https://api.example.com/base/")]
    [InlineData("http://127.0.0.1:81/x", "http://127.0.0.1:81/x/")]
    [InlineData("http://localhost/", "http://localhost/")]
    public void An_address_is_https_or_on_this_machine(string setting, string url)
    {
        var wrong = new List<Diagnostic>();
        new Connections(_ => setting).GetUrl("h", "URL", null, wrong).AbsoluteUri.ShouldBe(url);
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://api.example.com")]
    [InlineData("https://user:secret@api.example.com")]
    [InlineData("file:///etc/passwd")]
    [InlineData("api.example.com")]
    public void An_address_that_would_send_a_secret_in_the_open_is_refused_and_not_repeated(string setting)
    {
        var wrong = new List<Diagnostic>();
        new Connections(_ => setting).GetUrl("h", "URL", null, wrong);
        wrong.ShouldHaveSingleItem().Message.ShouldNotContain("secret");
    }
}
