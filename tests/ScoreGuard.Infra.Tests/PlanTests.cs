using ScoreGuard.Infra.Tests.Compiler;

namespace ScoreGuard.Infra.Tests;

/// <summary>What the resources promise, value by value, however they are deployed.</summary>
public sealed class PlanTests
{
    private const string Storage = "Microsoft.Storage/storageAccounts";

    [Theory]
    [InlineData("Microsoft.Web/serverfarms", "", "sku.name", "FC1")]
    [InlineData("Microsoft.Web/serverfarms", "", "properties.reserved", "true")]
    [InlineData("Microsoft.Web/sites", "", "kind", "functionapp,linux")]
    [InlineData("Microsoft.Web/sites", "", "properties.httpsOnly", "true")]
    [InlineData("Microsoft.Web/sites", "", "properties.siteConfig.minTlsVersion", "1.2")]
    [InlineData("Microsoft.Web/sites", "", "properties.siteConfig.scmMinTlsVersion", "1.2")]
    [InlineData("Microsoft.Web/sites", "", "properties.siteConfig.ftpsState", "Disabled")]
    [InlineData("Microsoft.Web/sites", "", "properties.functionAppConfig.runtime.name", "custom")]
    [InlineData("Microsoft.Web/sites", "", "properties.functionAppConfig.runtime.version", "")]
    [InlineData(
        "Microsoft.Web/sites",
        "",
        "properties.functionAppConfig.deployment.storage.authentication.type",
        "UserAssignedIdentity"
    )]
    [InlineData("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "/ftp", "properties.allow", "false")]
    [InlineData("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "/scm", "properties.allow", "false")]
    [InlineData(Storage, "", "properties.allowSharedKeyAccess", "false")]
    [InlineData(Storage, "", "properties.allowBlobPublicAccess", "false")]
    [InlineData(Storage, "", "properties.minimumTlsVersion", "TLS1_2")]
    [InlineData(Storage, "", "properties.supportsHttpsTrafficOnly", "true")]
    [InlineData($"{Storage}/blobServices", "", "properties.isVersioningEnabled", "true")]
    [InlineData($"{Storage}/blobServices", "", "properties.deleteRetentionPolicy.enabled", "true")]
    [InlineData($"{Storage}/blobServices/containers", "", "properties.publicAccess", "None")]
    [InlineData("Microsoft.Insights/components", "", "properties.DisableLocalAuth", "true")]
    [InlineData("Microsoft.OperationalInsights/workspaces", "", "properties.features.disableLocalAuth", "true")]
    [InlineData("Microsoft.Communication/communicationServices", "", "properties.disableLocalAuth", "true")]
    public void A_resource_is_closed_to_whatever_it_does_not_need(
        string type,
        string name,
        string property,
        string value
    ) => Values(InfraFiles.Current.Deployments.All, type, name, property).ShouldBe([value]);

    [Fact]
    public void A_value_that_is_changed_is_seen() =>
        Values(
                [
                    InfraFiles
                        .With(
                            "infra/modules/storage.bicep",
                            "allowSharedKeyAccess: false",
                            "allowSharedKeyAccess: true"
                        )
                        .DeployedWith(),
                ],
                Storage,
                "",
                "properties.allowSharedKeyAccess"
            )
            .ShouldBe(["true"]);

    /// <summary>The identity reaches the app as the app's own, for its settings and for its package.</summary>
    [Fact]
    public void The_app_runs_as_its_identity_and_as_no_other()
    {
        var identity = InfraFiles
            .Current.Deployments.Production.Get("Microsoft.ManagedIdentity/userAssignedIdentities")
            .At("id");
        var app = InfraFiles.Current.Deployments.Production.Get("Microsoft.Web/sites");

        app.At("identity.type").ShouldBe("UserAssigned");
        app.GetProperty("identity")
            .GetProperty("userAssignedIdentities")
            .EnumerateObject()
            .Select(assigned => assigned.Name)
            .ShouldBe([identity]);
        app.At("properties.keyVaultReferenceIdentity").ShouldBe(identity);
        app.At("properties.functionAppConfig.deployment.storage.authentication.userAssignedIdentityResourceId")
            .ShouldBe(identity);
    }

    private static IEnumerable<string> Values(
        IEnumerable<Deployment> deployments,
        string type,
        string name,
        string property
    ) =>
        deployments
            .SelectMany(deployment => deployment.Of(type, name))
            .Select(resource => resource.At(property))
            .Distinct(StringComparer.Ordinal);
}
