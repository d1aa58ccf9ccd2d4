using ScoreGuard.Infra.Tests.Compiler;
using ScoreGuard.Infra.Tests.Rules;

namespace ScoreGuard.Infra.Tests;

/// <summary>What each way to deploy comes to.</summary>
public sealed class DeploymentTests
{
    private const string Communication = "Microsoft.Communication/communicationServices";
    private const string MailDomain = "Microsoft.Communication/emailServices/domains";
    private const string Sender = "Microsoft.Communication/emailServices/domains/senderUsernames";

    private static Deployments Deployments => InfraFiles.Current.Deployments;

    /// <summary>A deployment that was evaluated to nothing would pass every other test.</summary>
    [Fact]
    public void Every_deployment_makes_what_the_app_stands_on()
    {
        string[] types =
        [
            "Microsoft.Resources/resourceGroups",
            "Microsoft.OperationalInsights/workspaces",
            "Microsoft.Insights/components",
            "Microsoft.Insights/actionGroups",
            "Microsoft.Insights/diagnosticSettings",
            "Microsoft.Storage/storageAccounts",
            "Microsoft.Storage/storageAccounts/blobServices",
            "Microsoft.Storage/storageAccounts/managementPolicies",
            "Microsoft.Storage/storageAccounts/queueServices",
            "Microsoft.ManagedIdentity/userAssignedIdentities",
            "Microsoft.Web/serverfarms",
            "Microsoft.Web/sites",
        ];

        Deployments.All.ShouldAllBe(deployment => types.All(type => deployment.Of(type).Count() == 1));
    }

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices/containers", "artefacts, deployments, workspaces")]
    [InlineData("Microsoft.Storage/storageAccounts/queueServices/queues", "scoreguard-work, scoreguard-work-poison")]
    [InlineData("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "ftp, scm")]
    public void Every_deployment_makes_one_of_each(string type, string names) =>
        Deployments
            .All.Select(deployment => Names(deployment, type))
            .Distinct(StringComparer.Ordinal)
            .ShouldBe([names]);

    [Fact]
    public void Mail_by_Azure_comes_from_a_domain_that_Azure_manages()
    {
        foreach (var deployment in new[] { Deployments.Development, Deployments.Production, Deployments.ByAzd })
        {
            deployment.Get(MailDomain).At("properties.domainManagement").ShouldBe("AzureManaged");
            deployment.Get(Communication).At("properties.linkedDomains").ShouldContain("/AzureManagedDomain");
            deployment.Of(Sender).ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_domain_of_ones_own_is_linked_and_has_its_sender_once_it_is_verified()
    {
        var unverified = Deployments.WithOwnDomain;
        unverified.Get(MailDomain, "/mail.example.com").At("properties.domainManagement").ShouldBe("CustomerManaged");
        unverified.Get(Communication).At("properties.linkedDomains").ShouldBe("[]");
        unverified.Of(Sender).ShouldBeEmpty();

        var verified = Deployments.WithVerifiedDomain;
        verified.Get(Communication).At("properties.linkedDomains").ShouldContain("/mail.example.com");
        verified.Get(Sender).At("properties.username").ShouldBe("scoreguard");
    }

    [Fact]
    public void Nothing_of_Communication_Services_is_there_where_it_sends_no_mail()
    {
        foreach (
            var deployment in new[]
            {
                Deployments.WithoutMail,
                Deployments.WithoutReceivers,
                Deployments.WithMailServer,
            }
        )
        {
            deployment.Resources.ShouldAllBe(resource =>
                !resource.At("id").Contains("Microsoft.Communication", StringComparison.Ordinal)
            );
            deployment.Settings.ShouldNotContain("SCOREGUARD_ACS_ENDPOINT");
        }
    }

    [Fact]
    public void No_deployment_sends_mail_to_nobody() => Deployments.All.SelectMany(MailRules.Unheard).ShouldBeEmpty();

    [Theory]
    [InlineData("mailTransport = 'acs'", "mailTo = ' '", "off")]
    [InlineData("mailTransport = 'smtp'", "smtpHost = 'mail.example.com'", "off")]
    [InlineData("mailTransport = 'off'", "mailTo = 'team@example.com'", "off")]
    [InlineData("mailTransport = 'acs'", "mailTo = 'team@example.com'", "acs")]
    [InlineData("mailTransport = 'smtp'", "mailTo = 'team@example.com'", "smtp")]
    public void Mail_is_off_where_nobody_would_receive_it(string transport, string other, string set) =>
        InfraFiles.Current.DeployedWith(transport, other).Setting("SCOREGUARD_MAIL").ShouldBe(set);

    [Fact]
    public void A_mail_server_is_named_only_where_it_sends()
    {
        string[] names = ["HOST", "PORT", "TLS", "USER", "PASSWORD"];
        var settings = names.Select(name => $"SCOREGUARD_SMTP_{name}").ToList();

        Deployments.WithMailServer.Settings.Intersect(settings).Count().ShouldBe(settings.Count);
        Deployments.Production.Settings.Intersect(settings).ShouldBeEmpty();
    }

    [Fact]
    public void People_sign_in_only_where_there_is_an_application_for_it()
    {
        const string Type = "Microsoft.Web/sites/config";
        const string Name = "/authsettingsV2";

        Deployments.WithOwnDomain.Get(Type, Name).At("properties.platform.enabled").ShouldBe("true");
        Deployments.Production.Of(Type, Name).ShouldBeEmpty();
    }

    /// <summary>Receivers are separated by semicolons, with or without a space.</summary>
    [Fact]
    public void Every_receiver_of_alerts_is_told()
    {
        Receivers(Deployments.Production).ShouldBe(["first@example.com", "second@example.com"]);
        Receivers(Deployments.WithoutMail).ShouldBeEmpty();
    }

    [Fact]
    public void No_resource_overwrites_another() => Deployments.All.SelectMany(TemplateRules.SharedIds).ShouldBeEmpty();

    [Fact]
    public void Every_name_is_known_before_the_deployment() =>
        Deployments.All.SelectMany(TemplateRules.UnknownIds).ShouldBeEmpty();

    private static string Names(Deployment deployment, string type) =>
        string.Join(
            ", ",
            deployment.Of(type).Select(part => part.At("name").Split('/')[^1]).Order(StringComparer.Ordinal)
        );

    private static IEnumerable<string> Receivers(Deployment deployment) =>
        deployment
            .Get("Microsoft.Insights/actionGroups")
            .GetProperty("properties")
            .GetProperty("emailReceivers")
            .EnumerateArray()
            .Select(receiver => receiver.At("emailAddress"));
}
