using ScoreGuard.Infra.Tests.Rules;

namespace ScoreGuard.Infra.Tests;

/// <summary>Each rule refuses the mistake that it is there for.</summary>
public sealed class DamagedInfraTests
{
    private const string Development = "infra/main.dev.bicepparam";
    private const string FunctionApp = "infra/modules/functionApp.bicep";
    private const string Roles = "infra/modules/roleAssignments.bicep";
    private const string Storage = "infra/modules/storage.bicep";

    [Fact]
    public void A_parameter_that_says_nothing_is_refused() =>
        TemplateRules
            .Undescribed(InfraFiles.With(FunctionApp, "@description('What carries mails: acs, smtp or off.')\n", ""))
            .ShouldBe(["infra/modules/functionApp.bicep does not say what mailTransport means"]);

    [Fact]
    public void Mail_to_nobody_is_refused() =>
        MailRules
            .Unheard(
                InfraFiles.With(InfraFiles.Main, "mailTransport: transport", "mailTransport: 'acs'").DeployedWith()
            )
            .ShouldBe(["Mail goes by acs, and to nobody: the app would not start"]);

    [Fact]
    public void A_resource_that_overwrites_another_is_refused() =>
        TemplateRules
            .SharedIds(InfraFiles.With(Storage, "'artefacts', 'workspaces'", "'artefacts', 'artefacts'").DeployedWith())
            .ShouldHaveSingleItem()
            .ShouldEndWith("/containers/artefacts is 2 resources");

    [Fact]
    public void A_name_that_only_Azure_knows_is_refused() =>
        TemplateRules
            .UnknownIds(InfraFiles.With(FunctionApp, "'func-${token}'", "'func-${identityClientId}'").DeployedWith())
            .ShouldNotBeEmpty();

    [Fact]
    public void A_secret_that_is_not_secure_is_refused() =>
        SecretRules
            .OpenParameters(InfraFiles.With(FunctionApp, "@secure()\nparam readKey", "param readKey"))
            .ShouldBe(["infra/modules/functionApp.bicep: readKey is a secret and not @secure()"]);

    [Fact]
    public void A_secret_in_a_parameter_file_is_refused() =>
        SecretRules
            .AssignedSecrets(
                InfraFiles.With(
                    "infra/main.prod.bicepparam",
                    "readEnvironmentVariable('SCOREGUARD_READ_KEY')",
                    "'open'"
                )
            )
            .ShouldBe(["infra/main.prod.bicepparam: readKey does not come from the environment"]);

    [Fact]
    public void A_secret_in_the_parameters_of_azd_is_refused() =>
        SecretRules
            .AssignedSecrets(InfraFiles.With(InfraFiles.ForAzd, "${SCOREGUARD_OPERATE_KEY}", "open"))
            .ShouldBe(["infra/main.parameters.json: operateKey does not come from the environment"]);

    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountKey=abc")]
    [InlineData("https://account.blob.core.windows.net/?sig=abc")]
    [InlineData("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b")]
    public void A_secret_that_is_written_down_is_refused(string secret) =>
        SecretRules.WrittenSecrets(InfraFiles.With(FunctionApp, "'managedidentity'", $"'{secret}'")).ShouldNotBeEmpty();

    [Fact]
    public void Asking_for_keys_is_refused() =>
        SecretRules
            .ListedKeys(InfraFiles.With(FunctionApp, "'managedidentity'", "app.listKeys().keys[0].value"))
            .ShouldNotBeEmpty();

    [Fact]
    public void A_role_with_the_id_of_another_is_seen() =>
        RoleRules
            .Rights(
                InfraFiles
                    .With(Roles, "ba92f5b4-2d11-453d-a403-e96b0029c9fe", "b24988ac-6180-42a0-ab88-20f7382dd24c")
                    .Deployed(Development)
            )
            .ShouldContain(right =>
                right.StartsWith("operator b24988ac-6180-42a0-ab88-20f7382dd24c ", StringComparison.Ordinal)
            );

    [Fact]
    public void A_role_without_a_reason_is_refused() =>
        RoleRules
            .UnexplainedAssignments(
                InfraFiles.With(
                    Roles,
                    "// Baselines, runs and decisions are entities of a table, which the app makes at its first start.\n",
                    ""
                )
            )
            .ShouldHaveSingleItem();

    [Theory]
    [InlineData("guid(identity.id, roles.monitoringMetricsPublisher)")]
    [InlineData("guid(applicationInsights.id, roles.monitoringMetricsPublisher)")]
    [InlineData("guid(applicationInsights.id, identity.id, roles.storageBlobDataOwner)")]
    [InlineData("guid(applicationInsights.id, location, roles.monitoringMetricsPublisher)")]
    public void An_assignment_named_after_something_else_is_refused(string name) =>
        RoleRules
            .UnstableNames(
                InfraFiles.With(
                    Roles,
                    "guid(applicationInsights.id, identity.id, roles.monitoringMetricsPublisher)",
                    name
                )
            )
            .ShouldHaveSingleItem();

    [Fact]
    public void A_right_on_more_than_its_resource_is_seen() =>
        RoleRules
            .Rights(InfraFiles.With(Roles, "  scope: workspaces\n", "  scope: storageAccount\n").Deployed(Development))
            .ShouldContain("operator storageBlobDataContributor Microsoft.Storage/storageAccounts/st…");

    [Theory]
    [InlineData("SCOREGUARD_READ_KEY")]
    [InlineData("SCOREGUARD_ACS_ENDPOINT")]
    [InlineData("SCOREGUARD_SMTP_TLS")]
    public void A_setting_misspelt_in_Azure_is_refused_on_both_sides(string setting)
    {
        var infra = InfraFiles.With(FunctionApp, $"{setting}:", $"{setting}S:");

        SettingRules.MissingInAzure(infra, []).ShouldBe([$"Azure does not set {setting}"]);
        SettingRules
            .UnknownInAzure(infra)
            .ShouldBe([$"Azure sets {setting}S, which local.settings.sample.json does not show"]);
    }

    [Fact]
    public void A_setting_that_only_the_code_knows_is_refused()
    {
        SettingRules
            .MissingInSample(InfraFiles.Current, ["SCOREGUARD_NEW"])
            .ShouldBe(["local.settings.sample.json does not show SCOREGUARD_NEW"]);
        SettingRules
            .MissingInAzure(InfraFiles.Current, ["SCOREGUARD_NEW"])
            .ShouldBe(["Azure does not set SCOREGUARD_NEW"]);
    }

    [Fact]
    public void A_part_of_a_connection_that_Azure_does_not_set_is_refused() =>
        SettingRules
            .MissingInAzure(InfraFiles.Current, ["SCOREGUARD_STORAGE", "SCOREGUARD_STORAGE__tenantId"])
            .ShouldBe(["Azure does not set SCOREGUARD_STORAGE__tenantId"]);

    [Fact]
    public void The_worker_runtime_as_a_setting_is_refused() =>
        SettingRules
            .RefusedByThePlan(
                InfraFiles.With(
                    FunctionApp,
                    "  SCOREGUARD_SCHEDULE:",
                    "  FUNCTIONS_WORKER_RUNTIME: 'custom'\n  SCOREGUARD_SCHEDULE:"
                )
            )
            .ShouldHaveSingleItem();

    [Fact]
    public void Names_of_settings_are_found_in_code_and_in_bindings() =>
        SettingNames
            .In(
                """Read("SCOREGUARD_SMTP_HOST"); "schedule": "%SCOREGUARD_SCHEDULE%", "SCOREGUARD_STORAGE__clientId" SCOREGUARD_NOT"""
            )
            .ShouldBe(["SCOREGUARD_SMTP_HOST", "SCOREGUARD_SCHEDULE", "SCOREGUARD_STORAGE__clientId"]);
}
