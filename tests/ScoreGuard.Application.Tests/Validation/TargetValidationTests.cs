using ScoreGuard.Application.Live;
using ScoreGuard.Application.Validation;
using ScoreGuard.Targets.Model;
using ScoreGuard.Testing;

namespace ScoreGuard.Application.Tests.Validation;

/// <summary>What `scoreguard validate` finds wrong with a target, each with its place.</summary>
public sealed class TargetValidationTests
{
    private const string Settings = "SCOREGUARD_CONNECTION_SF_SANDBOX_";

    private static readonly Dictionary<string, string> Set = new(StringComparer.Ordinal)
    {
        [Settings + "URL"] = "https://acme.my.salesforce.com",
        [Settings + "CLIENT_ID"] = "x",
        [Settings + "CLIENT_SECRET"] = "x",
    };

    [Theory]
    [InlineData(
        "reserve: '20'",
        "resreve: '20'",
        "52:5: error SG5507: There is no option `resreve`; did you mean `reserve`? (target.options.resreve)"
    )]
    [InlineData(
        "  times: now ",
        "  cleanUp: erase\n  times: now ",
        "50:3: error SG5507: Salesforce deletes for ever only by its Bulk API, which is not used here; say `archive`: records go to the recycle bin. (target.cleanUp)"
    )]
    [InlineData(
        "      name: Call\n",
        "",
        "29:3: error SG5507: The signal of `call` needs `name`: the task's subject. (target.signals)"
    )]
    [InlineData(
        "as: task",
        "as: form",
        "34:7: warning SG5508: Salesforce cannot be given `form`, so no lead with the activity `call` can be tested there. (target.signals[1])"
    )]
    [InlineData(
        "company: Company ",
        "compny: Company ",
        "20:5: warning SG5111: No lead of the plan ever has `compny`, so `Company` stays empty; did you mean `company`? (target.lead.fields)"
    )]
    [InlineData(
        "stages: [MQL]",
        "stages: [SQL]",
        "7:8: error SG5105: `outcome.stage.order` of the target has no stage `SQL`; did you mean `MQL`? (sales)"
    )]
    [InlineData(
        "order: [Inquiry, MQL]",
        "order: [Inquiry, SQL]\n# MQL",
        "44:7: error SG5105: `order` has no stage `MQL`, which `values` names; did you mean `SQL`? (target.outcome.stage)"
    )]
    [InlineData(
        "domain: sg.example.com",
        "domain: mail.gmail.com",
        "18:13: error SG5112: Addresses at `mail.gmail.com` may belong to somebody; use a subdomain of yours without a mail server, or a domain that ends in `.invalid`. (target.lead.domain)"
    )]
    public void What_is_wrong_is_told_where_it_stands(string was, string now, string told) =>
        Told(Set, was, now).ShouldContain($"scoreguard.yaml:{told}");

    [Fact]
    public void An_activity_without_a_signal_and_a_signal_without_an_activity_are_told()
    {
        var told = Told(Set, "activity: call", "activity: phone");
        told.ShouldBe([
            "scoreguard.yaml:29:3: warning SG5111: Leads do `call`, which has no entry here: they cannot be tested; known: `webinar_attended`, `phone` and `attribute_change`. (target.signals)",
            "scoreguard.yaml:34:7: warning SG5111: No lead of the plan ever does `phone`; known: `attribute_change`, `call` and `webinar_attended`. (target.signals[1])",
        ]);
    }

    [Fact]
    public void Without_settings_the_options_are_checked_and_what_was_not_is_told()
    {
        var told = Told([], "reserve: '20'", "resreve: '20'");
        told.ShouldContain(one => one.Contains("error SG5507: There is no option `resreve`", StringComparison.Ordinal));
        told.ShouldContain($"settings: warning SG5506: Set `{Settings}URL` to the address of the platform.");
        told.ShouldContain(
            $"settings: warning SG5506: Set `{Settings}CLIENT_SECRET` (client credentials flow), or `{Settings}USERNAME` and `{Settings}PRIVATE_KEY` (JWT bearer flow); the connection `sf-sandbox` needs one of the two."
        );
        told.ShouldContain(
            "scoreguard.yaml:15:3: warning SG5506: The target could not be opened without its settings: whether they are right, and whether it can be given every signal, was not checked. (target.connection)"
        );
    }

    [Theory]
    [InlineData("gmail.com", true)]
    [InlineData("GMail.com.", true)]
    [InlineData("sg.web.de", true)]
    [InlineData("yahoo.co.uk", true)]
    [InlineData("x.outlook.com.br", true)]
    [InlineData("hotmail.fr", true)]
    [InlineData("notgmail.com", false)]
    [InlineData("gmail.com.acme.com", false)]
    [InlineData("outlook.acme.com", false)]
    [InlineData("sg.example.com", false)]
    [InlineData("leads.invalid", false)]
    public void A_mail_providers_domain_is_refused_and_no_other(string domain, bool refused) =>
        Told(Set, "domain: sg.example.com", $"domain: {domain}")
            .Exists(one => one.Contains("SG5112", StringComparison.Ordinal))
            .ShouldBe(refused);

    [Fact]
    public void A_domain_that_is_reserved_for_nobody_is_not_warned_of_and_another_is()
    {
        using var guarded = new Guarded();
        Write(guarded, "", "");
        AddressCheck.FindWarning(guarded.Context.Workspace.Target).ShouldBeNull();
        Write(guarded, "domain: sg.example.com", "domain: sg.acme.com");
        $"{AddressCheck.FindWarning(guarded.Context.Workspace.Target)}".ShouldEndWith(
            "scoreguard.yaml:18:5: warning SG5112: Leads get addresses at `sg.acme.com`: be sure that it is yours and has no mail server, or mail to them reaches somebody. (target.lead.domain)"
        );
    }

    private static List<string> Told(Dictionary<string, string> settings, string was, string now)
    {
        using var guarded = new Guarded();
        Write(guarded, was, now);
        var targets = new PlatformTargets(settings.GetValueOrDefault, TimeProvider.System);
        var told = new ValidateDocuments(new TzdbTimeZones(), targets).Workspace(guarded.Files);
        return [.. told.Select(one => one with { File = Path.GetFileName(one.File) }).Select(one => one.ToString())];
    }

    private static void Write(Guarded guarded, string was, string now)
    {
        var workspace = InitTemplates.Read("salesforce", "scoreguard.yaml");
        workspace.ShouldContain(was);
        guarded.Write(
            "scoreguard.yaml",
            was.Length == 0 ? workspace : workspace.Replace(was, now, StringComparison.Ordinal)
        );
        guarded.Write("leads.yaml", InitTemplates.Read("salesforce", "leads.yaml"));
    }
}
