using ScoreGuard.Infra.Tests.Rules;

namespace ScoreGuard.Infra.Tests;

/// <summary>The infrastructure as it stands. <see cref="DamagedInfraTests"/> shows that each rule can be broken.</summary>
public sealed class InfraTests
{
    private static InfraFiles Infra => InfraFiles.Current;

    [Fact]
    public void Every_parameter_is_described() => TemplateRules.Undescribed(Infra).ShouldBeEmpty();

    [Fact]
    public void Secrets_are_secure_parameters() => SecretRules.OpenParameters(Infra).ShouldBeEmpty();

    [Fact]
    public void Secrets_come_from_the_environment_of_whoever_deploys() =>
        SecretRules.AssignedSecrets(Infra).ShouldBeEmpty();

    [Fact]
    public void No_secret_is_written_down() => SecretRules.WrittenSecrets(Infra).ShouldBeEmpty();

    [Fact]
    public void No_key_is_asked_of_Azure() => SecretRules.ListedKeys(Infra).ShouldBeEmpty();

    [Fact]
    public void Every_role_assignment_says_why() => RoleRules.UnexplainedAssignments(Infra).ShouldBeEmpty();

    [Fact]
    public void Role_assignments_are_named_after_resource_identity_and_role() =>
        RoleRules.UnstableNames(Infra).ShouldBeEmpty();

    /// <summary>The app may do this, and nothing else; whoever deploys may upload workspaces.</summary>
    [Fact]
    public void Rights_are_given_for_one_resource_each() =>
        RoleRules
            .Rights(InfraFiles.Current.Deployments.Production)
            .ShouldBe(
                [
                    "app storageBlobDataOwner Microsoft.Storage/storageAccounts/st…",
                    "app storageQueueDataContributor Microsoft.Storage/storageAccounts/st…",
                    "app storageTableDataContributor Microsoft.Storage/storageAccounts/st…",
                    "app monitoringMetricsPublisher Microsoft.Insights/components/appi-…",
                    "app communicationAndEmailServiceOwner Microsoft.Communication/communicationServices/acs-…",
                    "operator storageBlobDataContributor Microsoft.Storage/storageAccounts/st…/blobServices/default/containers/workspaces",
                ],
                ignoreOrder: true
            );

    [Fact]
    public void Nobody_is_given_the_right_to_upload_where_nobody_is_named() =>
        RoleRules
            .Rights(InfraFiles.Current.Deployments.WithVerifiedDomain)
            .ShouldAllBe(right => right.StartsWith("app "));

    [Fact]
    public void Roles_are_assigned_in_one_place() =>
        Infra
            .Templates.Where(file => Infra.Text(file).Contains(RoleRules.Assignment, StringComparison.Ordinal))
            .ShouldBe(["infra/modules/roleAssignments.bicep"]);

    [Fact]
    public void The_settings_that_the_code_reads_are_found()
    {
        SettingNames.ReadByTheCode.ShouldContain("SCOREGUARD_SCHEDULE");
        SettingNames.ReadByTheCode.ShouldContain("SCOREGUARD_SMTP_PASSWORD");
        SettingNames.ReadByTheCode.ShouldContain("OTEL_EXPORTER_OTLP_ENDPOINT");
        string[] storage =
        [
            "accountName",
            "blobServiceUri",
            "clientId",
            "credential",
            "queueServiceUri",
            "tableServiceUri",
        ];
        WithPrefix("SCOREGUARD_STORAGE__").ShouldBe(storage);
        string[] connection =
        [
            "AUDIENCE",
            "CLIENT_ID",
            "CLIENT_SECRET",
            "HEADER",
            "PASSWORD",
            "PRIVATE_KEY",
            "SAS",
            "SECRET",
            "TOKEN",
            "URL",
            "USER",
            "USERNAME",
        ];
        WithPrefix(SettingNames.ExampleConnection).ShouldBe(connection);

        static IEnumerable<string> WithPrefix(string prefix) =>
            SettingNames
                .ReadByTheCode.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(name => name[prefix.Length..]);
    }

    [Theory]
    [InlineData("""connections.Get(setting.Connection, "TOKEN", wrong)""", "TOKEN")]
    [InlineData("""connections.Find(name, "CLIENT_ID") is not null""", "CLIENT_ID")]
    [InlineData("""private const string KeySetting = "PRIVATE_KEY";""", "PRIVATE_KEY")]
    [InlineData("""Equals(status, "NOT_FOUND")""", null)]
    public void A_part_of_a_connection_is_found_however_it_is_asked_for(string source, string? part) =>
        SettingNames.PartsIn(source).ShouldBe(part is null ? [] : [part]);

    [Fact]
    public void The_sample_of_local_settings_shows_every_setting_that_the_code_reads() =>
        SettingRules.MissingInSample(Infra, SettingNames.ReadByTheCode).ShouldBeEmpty();

    [Fact]
    public void Azure_sets_every_setting_that_the_code_reads_or_the_sample_shows() =>
        SettingRules.MissingInAzure(Infra, SettingNames.ReadByTheCode).ShouldBeEmpty();

    [Fact]
    public void Azure_sets_no_setting_that_the_sample_does_not_show() =>
        SettingRules.UnknownInAzure(Infra).ShouldBeEmpty();

    [Fact]
    public void Azure_sets_nothing_that_the_plan_refuses() => SettingRules.RefusedByThePlan(Infra).ShouldBeEmpty();
}
