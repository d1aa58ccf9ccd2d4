using ScoreGuard.Infra.Tests.Compiler;

namespace ScoreGuard.Infra.Tests;

/// <summary>Ways to deploy, of which each makes something that another does not.</summary>
public sealed class Deployments(InfraFiles infra)
{
    public Deployment Development => field ??= infra.Deployed("infra/main.dev.bicepparam");

    public Deployment Production => field ??= infra.Deployed("infra/main.prod.bicepparam");

    public Deployment ByAzd => field ??= infra.AsAzdReadsThem().Deployed(InfraFiles.FilledInByAzd);

    public Deployment WithoutMail => field ??= infra.DeployedWith("mailTransport = 'off'");

    public Deployment WithMailServer =>
        field ??= infra.DeployedWith(
            "mailTransport = 'smtp'",
            "smtpFrom = 'guard@example.com'",
            "smtpHost = 'mail.example.com'",
            "smtpUser = 'guard'",
            "smtpPassword = readEnvironmentVariable('SCOREGUARD_READ_KEY')"
        );

    public Deployment WithOwnDomain =>
        field ??= infra.DeployedWith("mailDomain = 'mail.example.com'", $"authClientId = '{Deployer.PrincipalId}'");

    public Deployment WithVerifiedDomain =>
        field ??= infra.DeployedWith("mailDomain = 'mail.example.com'", "mailDomainVerified = true");

    public IReadOnlyList<Deployment> All =>
        [Development, Production, ByAzd, WithoutMail, WithMailServer, WithOwnDomain, WithVerifiedDomain];
}
