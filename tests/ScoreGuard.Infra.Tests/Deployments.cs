using ScoreGuard.Infra.Tests.Compiler;

namespace ScoreGuard.Infra.Tests;

/// <summary>Ways to deploy, of which each makes something that another does not.</summary>
public sealed class Deployments(InfraFiles infra)
{
    private const string Receiver = "mailTo = 'team@example.com'";

    public Deployment Development => field ??= infra.Deployed("infra/main.dev.bicepparam");

    public Deployment Production => field ??= infra.Deployed("infra/main.prod.bicepparam");

    public Deployment ByAzd => field ??= infra.AsAzdReadsThem().Deployed(InfraFiles.FilledInByAzd);

    public Deployment WithoutMail => field ??= infra.DeployedWith("mailTransport = 'off'");

    /// <summary>With nothing but what must be set: mail is on unless somebody turns it off.</summary>
    public Deployment WithoutReceivers => field ??= infra.DeployedWith();

    public Deployment WithMailServer =>
        field ??= infra.DeployedWith(
            "mailTransport = 'smtp'",
            Receiver,
            "smtpFrom = 'guard@example.com'",
            "smtpHost = 'mail.example.com'",
            "smtpUser = 'guard'",
            "smtpPassword = readEnvironmentVariable('SCOREGUARD_READ_KEY')"
        );

    public Deployment WithOwnDomain =>
        field ??= infra.DeployedWith(
            "mailDomain = 'mail.example.com'",
            Receiver,
            $"authClientId = '{Deployer.PrincipalId}'"
        );

    public Deployment WithVerifiedDomain =>
        field ??= infra.DeployedWith("mailDomain = 'mail.example.com'", Receiver, "mailDomainVerified = true");

    public IReadOnlyList<Deployment> All =>
        [
            Development,
            Production,
            ByAzd,
            WithoutMail,
            WithoutReceivers,
            WithMailServer,
            WithOwnDomain,
            WithVerifiedDomain,
        ];
}
