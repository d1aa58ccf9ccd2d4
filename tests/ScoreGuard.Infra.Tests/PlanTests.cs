using ScoreGuard.Infra.Tests.Syntax;

namespace ScoreGuard.Infra.Tests;

/// <summary>What the app's resources promise, value by value.</summary>
public sealed class PlanTests
{
    [Theory]
    [InlineData("functionApp", "plan", "sku.name", "'FC1'")]
    [InlineData("functionApp", "plan", "properties.reserved", "true")]
    [InlineData("functionApp", "app", "kind", "'functionapp,linux'")]
    [InlineData("functionApp", "app", "properties.httpsOnly", "true")]
    [InlineData("functionApp", "app", "properties.siteConfig.minTlsVersion", "'1.2'")]
    [InlineData("functionApp", "app", "properties.siteConfig.ftpsState", "'Disabled'")]
    [InlineData("functionApp", "app", "properties.functionAppConfig.runtime.name", "'custom'")]
    [InlineData("functionApp", "app", "properties.functionAppConfig.runtime.version", "''")]
    [InlineData(
        "functionApp",
        "app",
        "properties.functionAppConfig.deployment.storage.authentication.type",
        "'UserAssignedIdentity'"
    )]
    [InlineData("functionApp", "noFtpPasswords", "properties.allow", "false")]
    [InlineData("functionApp", "noDeploymentPasswords", "properties.allow", "false")]
    [InlineData("storage", "account", "properties.allowSharedKeyAccess", "false")]
    [InlineData("storage", "account", "properties.allowBlobPublicAccess", "false")]
    [InlineData("storage", "account", "properties.minimumTlsVersion", "'TLS1_2'")]
    [InlineData("storage", "account", "properties.supportsHttpsTrafficOnly", "true")]
    [InlineData("storage", "blobs", "properties.isVersioningEnabled", "true")]
    [InlineData("storage", "blobs", "properties.deleteRetentionPolicy.enabled", "true")]
    [InlineData("monitoring", "applicationInsights", "properties.DisableLocalAuth", "true")]
    [InlineData("email", "communicationService", "properties.disableLocalAuth", "true")]
    public void A_resource_is_closed_to_whatever_it_does_not_need(
        string module,
        string resource,
        string property,
        string value
    ) => Value(InfraFiles.Current.Get($"infra/modules/{module}.bicep"), resource, property).ShouldBe(value);

    [Fact]
    public void A_value_that_is_changed_is_seen() =>
        Value(
                InfraFiles
                    .With("infra/modules/storage.bicep", "allowSharedKeyAccess: false", "allowSharedKeyAccess: true")
                    .Get("infra/modules/storage.bicep"),
                "account",
                "properties.allowSharedKeyAccess"
            )
            .ShouldBe("true");

    private static string Value(BicepFile file, string resource, string property) =>
        property
            .Split('.')
            .Aggregate(
                file.Root.Children.Single(node =>
                        node.Type == "resource_declaration" && BicepFile.SymbolOf(node) == resource
                    )
                    .All("object")
                    .First(),
                (at, name) =>
                    at
                        .Children.Single(child => child.Type == "object_property" && child.Children[0].Text == name)
                        .Children[^1]
            )
            .Text;
}
