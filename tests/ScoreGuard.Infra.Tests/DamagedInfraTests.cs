using ScoreGuard.Infra.Tests.Rules;

namespace ScoreGuard.Infra.Tests;

/// <summary>Each rule refuses the mistake that it is there for.</summary>
public sealed class DamagedInfraTests
{
    private const string Main = "infra/main.bicep";
    private const string FunctionApp = "infra/modules/functionApp.bicep";
    private const string Roles = "infra/modules/roleAssignments.bicep";

    [Fact]
    public void A_lost_brace_is_found() =>
        SyntaxRules.Unparsed(InfraFiles.With(FunctionApp, "  sku: {\n", "  sku: \n")).ShouldNotBeEmpty();

    [Fact]
    public void A_lost_brace_in_a_parameter_file_is_found() =>
        SyntaxRules
            .Unparsed(InfraFiles.With("infra/main.dev.bicepparam", "'SCOREGUARD_READ_KEY')", "'SCOREGUARD_READ_KEY'"))
            .ShouldNotBeEmpty();

    [Fact]
    public void A_parameter_renamed_in_its_module_is_refused()
    {
        var infra = InfraFiles.With(FunctionApp, "param schedule string", "param timetable string");

        CompositionRules
            .UnknownArguments(infra)
            .ShouldBe(["infra/modules/functionApp.bicep has no parameter schedule"]);
        CompositionRules.MissingArguments(infra).ShouldBe(["infra/modules/functionApp.bicep is not given timetable"]);
        SyntaxRules
            .UndeclaredNames(infra)
            .ShouldHaveSingleItem()
            .ShouldEndWith("uses schedule, which nothing declares");
        SyntaxRules
            .UnusedParameters(infra)
            .ShouldBe(["infra/modules/functionApp.bicep does not use its parameter timetable"]);
    }

    [Fact]
    public void A_parameter_of_main_that_is_renamed_is_refused_in_every_parameter_file()
    {
        var infra = InfraFiles.With(Main, "param operateKey string", "param operatorKey string");

        CompositionRules.UnknownAssignments(infra).Count().ShouldBe(3);
        CompositionRules.MissingAssignments(infra).Count().ShouldBe(3);
    }

    [Fact]
    public void A_module_without_its_file_is_refused() =>
        CompositionRules
            .LostModules(InfraFiles.With(Main, "modules/email.bicep", "modules/mail.bicep"))
            .ShouldBe(["infra/main.bicep: email is in no file modules/mail.bicep"]);

    [Fact]
    public void An_output_that_is_renamed_is_refused_wherever_it_is_read() =>
        CompositionRules
            .UnknownOutputs(InfraFiles.With("infra/modules/email.bicep", "output sender string", "output from string"))
            .ShouldHaveSingleItem()
            .ShouldEndWith("there is no email.outputs.sender");

    [Fact]
    public void A_parameter_that_says_nothing_is_refused() =>
        SyntaxRules
            .Undescribed(InfraFiles.With(FunctionApp, "@description('What carries mails: acs, smtp or off.')\n", ""))
            .ShouldBe(["infra/modules/functionApp.bicep does not say what mailTransport means"]);

    [Fact]
    public void A_name_declared_twice_is_refused() =>
        SyntaxRules
            .DeclaredTwice(InfraFiles.With(FunctionApp, "var mailSettings =", "var appSettings ="))
            .ShouldBe(["infra/modules/functionApp.bicep declares appSettings twice"]);

    [Fact]
    public void A_secret_that_is_not_secure_is_refused() =>
        SecretRules
            .OpenParameters(InfraFiles.With(FunctionApp, "@secure()\nparam readKey", "param readKey"))
            .ShouldBe(["infra/modules/functionApp.bicep: readKey is a secret and not @secure()"]);

    [Fact]
    public void A_default_for_a_secret_is_refused() =>
        SecretRules
            .SecretDefaults(InfraFiles.With(Main, "param readKey string", "param readKey string = 'let me in'"))
            .ShouldBe(["infra/main.bicep: readKey is a secret and has a default"]);

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
            .AssignedSecrets(InfraFiles.With("infra/main.parameters.json", "${SCOREGUARD_OPERATE_KEY}", "open"))
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
    public void A_role_under_another_name_is_refused() =>
        RoleRules
            .UnknownRoles(
                InfraFiles.With(Roles, "ba92f5b4-2d11-453d-a403-e96b0029c9fe", "b24988ac-6180-42a0-ab88-20f7382dd24c")
            )
            .ShouldHaveSingleItem()
            .ShouldEndWith("storageBlobDataContributor is not the role b24988ac-6180-42a0-ab88-20f7382dd24c");

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

    [Fact]
    public void A_role_named_by_chance_is_refused() =>
        RoleRules
            .UnstableNames(
                InfraFiles.With(
                    Roles,
                    "guid(applicationInsights.id, identity.id, roles.monitoringMetricsPublisher)",
                    "newGuid()"
                )
            )
            .ShouldHaveSingleItem();

    [Theory]
    [InlineData("SCOREGUARD_READ_KEY")]
    [InlineData("SCOREGUARD_ACS_ENDPOINT")]
    [InlineData("SCOREGUARD_SMTP_TLS")]
    public void A_setting_misspelt_in_Azure_is_refused_on_both_sides(string setting)
    {
        var infra = InfraFiles.With(FunctionApp, $"{setting}:", $"{setting}S:");

        SettingRules.MissingInAzure(infra, []).ShouldBe([$"functionApp.bicep does not set {setting}"]);
        SettingRules
            .UnknownInAzure(infra)
            .ShouldBe([$"functionApp.bicep sets {setting}S, which local.settings.sample.json does not show"]);
    }

    [Fact]
    public void A_setting_that_only_the_code_knows_is_refused()
    {
        SettingRules
            .MissingInSample(InfraFiles.Current, ["SCOREGUARD_NEW"])
            .ShouldBe(["local.settings.sample.json does not show SCOREGUARD_NEW"]);
        SettingRules
            .MissingInAzure(InfraFiles.Current, ["SCOREGUARD_NEW"])
            .ShouldBe(["functionApp.bicep does not set SCOREGUARD_NEW"]);
    }

    [Fact]
    public void A_part_of_a_connection_that_Azure_does_not_set_is_refused() =>
        SettingRules
            .MissingInAzure(InfraFiles.Current, ["SCOREGUARD_STORAGE", "SCOREGUARD_STORAGE__tenantId"])
            .ShouldBe(["functionApp.bicep does not set SCOREGUARD_STORAGE__tenantId"]);

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
