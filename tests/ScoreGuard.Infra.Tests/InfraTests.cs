using ScoreGuard.Infra.Tests.Rules;

namespace ScoreGuard.Infra.Tests;

/// <summary>The infrastructure as it stands. <see cref="DamagedInfraTests"/> shows that each rule can be broken.</summary>
public sealed class InfraTests
{
    private static InfraFiles Infra => InfraFiles.Current;

    [Fact]
    public void Every_file_can_be_parsed() => SyntaxRules.Unparsed(Infra).ShouldBeEmpty();

    [Fact]
    public void Every_name_that_is_used_is_declared() => SyntaxRules.UndeclaredNames(Infra).ShouldBeEmpty();

    [Fact]
    public void No_name_is_declared_twice() => SyntaxRules.DeclaredTwice(Infra).ShouldBeEmpty();

    [Fact]
    public void Every_parameter_is_used() => SyntaxRules.UnusedParameters(Infra).ShouldBeEmpty();

    [Fact]
    public void Every_parameter_is_described() => SyntaxRules.Undescribed(Infra).ShouldBeEmpty();

    [Fact]
    public void Every_module_has_its_file() => CompositionRules.LostModules(Infra).ShouldBeEmpty();

    [Fact]
    public void A_module_is_given_only_what_it_takes() => CompositionRules.UnknownArguments(Infra).ShouldBeEmpty();

    [Fact]
    public void A_module_is_given_all_that_it_needs() => CompositionRules.MissingArguments(Infra).ShouldBeEmpty();

    [Fact]
    public void Every_output_that_is_read_exists() => CompositionRules.UnknownOutputs(Infra).ShouldBeEmpty();

    [Fact]
    public void Parameter_files_set_only_what_there_is() => CompositionRules.UnknownAssignments(Infra).ShouldBeEmpty();

    [Fact]
    public void Parameter_files_set_all_that_is_needed() => CompositionRules.MissingAssignments(Infra).ShouldBeEmpty();

    [Fact]
    public void Every_file_is_looked_at() =>
        Infra
            .Bicep.Select(file => file.Name)
            .ShouldBe([
                "infra/main.bicep",
                "infra/main.dev.bicepparam",
                "infra/main.prod.bicepparam",
                "infra/modules/email.bicep",
                "infra/modules/functionApp.bicep",
                "infra/modules/monitoring.bicep",
                "infra/modules/roleAssignments.bicep",
                "infra/modules/storage.bicep",
            ]);

    [Fact]
    public void Secrets_are_secure_parameters() => SecretRules.OpenParameters(Infra).ShouldBeEmpty();

    [Fact]
    public void Secrets_have_no_default() => SecretRules.SecretDefaults(Infra).ShouldBeEmpty();

    [Fact]
    public void Secrets_come_from_the_environment_of_whoever_deploys() =>
        SecretRules.AssignedSecrets(Infra).ShouldBeEmpty();

    [Fact]
    public void No_secret_is_written_down() => SecretRules.WrittenSecrets(Infra).ShouldBeEmpty();

    [Fact]
    public void No_key_is_asked_of_Azure() => SecretRules.ListedKeys(Infra).ShouldBeEmpty();

    [Fact]
    public void Roles_have_the_ids_that_Microsoft_publishes() => RoleRules.UnknownRoles(Infra).ShouldBeEmpty();

    [Fact]
    public void Every_role_assignment_says_why() => RoleRules.UnexplainedAssignments(Infra).ShouldBeEmpty();

    [Fact]
    public void Role_assignments_are_named_after_resource_identity_and_role() =>
        RoleRules.UnstableNames(Infra).ShouldBeEmpty();

    [Fact]
    public void Roles_are_assigned_in_one_place() =>
        RoleRules
            .Assignments(Infra)
            .Select(assignment => assignment.File.Name)
            .Distinct(StringComparer.Ordinal)
            .ShouldBe(["infra/modules/roleAssignments.bicep"]);

    [Fact]
    public void The_settings_that_the_code_reads_are_found()
    {
        SettingNames.ReadByTheCode.ShouldContain("SCOREGUARD_SCHEDULE");
        SettingNames.ReadByTheCode.ShouldContain("SCOREGUARD_SMTP_PASSWORD");
        SettingNames.ReadByTheCode.ShouldContain("OTEL_EXPORTER_OTLP_ENDPOINT");
    }

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
