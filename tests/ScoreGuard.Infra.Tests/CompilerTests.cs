using ScoreGuard.Infra.Tests.Compiler;
using ScoreGuard.Infra.Tests.Rules;

namespace ScoreGuard.Infra.Tests;

/// <summary>Microsoft's own compiler and linter have nothing to say, and they would.</summary>
public sealed class CompilerTests
{
    private const string Development = "infra/main.dev.bicepparam";
    private const string FunctionApp = "infra/modules/functionApp.bicep";

    [Fact]
    public void Every_file_is_looked_at() =>
        InfraFiles
            .Current.Templates.Concat(InfraFiles.Current.ParameterFiles)
            .ShouldBe([
                "infra/main.bicep",
                "infra/modules/email.bicep",
                "infra/modules/functionApp.bicep",
                "infra/modules/monitoring.bicep",
                "infra/modules/roleAssignments.bicep",
                "infra/modules/storage.bicep",
                "infra/main.dev.bicepparam",
                "infra/main.prod.bicepparam",
            ]);

    [Fact]
    public void Every_file_compiles_without_an_error_or_a_warning() =>
        InfraFiles
            .Current.Templates.Concat(InfraFiles.Current.ParameterFiles)
            .SelectMany(InfraFiles.Current.Diagnostics)
            .ShouldBeEmpty();

    [Fact]
    public void The_parameters_of_azd_fit_the_template() =>
        InfraFiles.Current.AsAzdReadsThem().Diagnostics(InfraFiles.FilledInByAzd).ShouldBeEmpty();

    [Fact]
    public void Every_file_is_formatted_as_the_compiler_formats() =>
        TemplateRules.Unformatted(InfraFiles.Current).ShouldBeEmpty();

    [Fact]
    public void A_file_that_is_formatted_otherwise_is_refused() =>
        TemplateRules
            .Unformatted(InfraFiles.With(FunctionApp, "  kind: 'functionapp'\n", "  kind:   'functionapp'\n"))
            .ShouldBe([$"{BicepCompiler.Program} format {FunctionApp}"]);

    [Theory]
    // What Azure would refuse at the deployment.
    [InlineData(FunctionApp, "    httpsOnly: true", "    httpOnly: true", "BCP089")]
    [InlineData(FunctionApp, "    httpsOnly: true", "    httpsOnly: 'yes'", "BCP036")]
    [InlineData(FunctionApp, "serverfarms@2024-04-01", "serverfarms@2024-04-02", "BCP081")]
    // What is no Bicep.
    [InlineData(FunctionApp, "  sku: {\n", "  sku: \n", "BCP009")]
    [InlineData(FunctionApp, "serverFarmId: plan.id", "serverFarmId: farm.id", "BCP057")]
    [InlineData(FunctionApp, "var mailSettings =", "var appSettings =", "BCP028")]
    [InlineData(FunctionApp, "'managedidentity'", "newGuid()", "BCP065")]
    // What the files say of one another.
    [InlineData(InfraFiles.Main, "modules/email.bicep", "modules/mail.bicep", "BCP091")]
    [InlineData(InfraFiles.Main, "    heartbeatHours: heartbeatHours\n", "", "BCP035")]
    [InlineData(InfraFiles.Main, "    heartbeatHours: heartbeatHours\n", "    hours: heartbeatHours\n", "BCP037")]
    [InlineData(InfraFiles.Main, "email!.outputs.sender", "email!.outputs.from", "BCP053")]
    // What the linter knows.
    [InlineData(
        InfraFiles.Main,
        "    heartbeatHours: heartbeatHours\n",
        "    heartbeatHours: 26\n",
        "no-unused-params"
    )]
    [InlineData(InfraFiles.Main, "Settings string = ''", "Settings string = '{}'", "secure-parameter-default")]
    [InlineData(
        InfraFiles.Main,
        "AZURE_LOCATION string = location",
        "KEY string = readKey",
        "outputs-should-not-contain-secrets"
    )]
    // What parameter files set.
    [InlineData(Development, "param storageSku", "param sku", "BCP259")]
    [InlineData(Development, "param location = 'westeurope'\n", "", "BCP258")]
    [InlineData(Development, "'Standard_LRS'", "'Standard_RAGRS'", "BCP033")]
    [InlineData(Development, "logRetentionDays = 30", "logRetentionDays = 3", "BCP328")]
    [InlineData(Development, "'SCOREGUARD_READ_KEY')", "'SCOREGUARD_READ_KEY'", "BCP237")]
    [InlineData(Development, "'SCOREGUARD_READ_KEY'", "'SCOREGUARD_WRITE_KEY'", "BCP427")]
    public void A_mistake_is_told_with_its_place(string file, string old, string replacement, string code) =>
        InfraFiles
            .With(file, old, replacement)
            .Diagnostics(file)
            .ShouldContain(diagnostic =>
                diagnostic.StartsWith($"{file}(", StringComparison.Ordinal)
                && diagnostic.Contains($") {code}: ", StringComparison.Ordinal)
            );

    [Fact]
    public void A_parameter_that_the_template_does_not_have_is_refused_in_the_parameters_of_azd()
    {
        var told = InfraFiles
            .With(InfraFiles.ForAzd, "\"operateKey\"", "\"operatorKey\"")
            .AsAzdReadsThem()
            .Diagnostics(InfraFiles.FilledInByAzd);

        told.ShouldContain(line =>
            line.Contains("BCP258", StringComparison.Ordinal)
            && line.EndsWith("\"operateKey\".", StringComparison.Ordinal)
        );
        told.ShouldContain(line => line.Contains("BCP259: The parameter \"operatorKey\"", StringComparison.Ordinal));
    }

    /// <summary>The compiler sees no mistake in it: what will be there is known only with the values.</summary>
    [Fact]
    public void A_template_that_compiles_and_cannot_be_evaluated_is_refused()
    {
        var infra = InfraFiles.With(
            "infra/modules/monitoring.bicep",
            "split(replace(alertReceivers, ' ', ''), ';')",
            "[split(replace(alertReceivers, ' ', ''), ';')[7]]"
        );

        infra.Diagnostics(Development).ShouldBeEmpty();
        Should.Throw<BicepException>(() => infra.Deployed(Development)).Message.ShouldContain("out of bounds");
    }
}
