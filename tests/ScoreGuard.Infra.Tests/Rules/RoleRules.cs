using ScoreGuard.Infra.Tests.Syntax;

namespace ScoreGuard.Infra.Tests.Rules;

/// <summary>What the app's identity is given. Each rule tells what breaks it, one line a place.</summary>
public static class RoleRules
{
    /// <summary>Ids as Microsoft publishes them under "Azure built-in roles", by the name of the role.</summary>
    private static readonly Dictionary<string, string> Published = new(StringComparer.Ordinal)
    {
        ["storageBlobDataOwner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["storageBlobDataContributor"] = "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        ["storageQueueDataContributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["storageTableDataContributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        ["monitoringMetricsPublisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
        ["communicationAndEmailServiceOwner"] = "09976791-48a7-449e-bb21-39d1a415f350",
    };

    public static IEnumerable<string> UnknownRoles(InfraFiles infra) =>
        from file in infra.Templates
        from property in file.Root.All("object_property")
        let id = property.Children[^1].Unquoted()
        where Guid.TryParse(id, out _)
        let role = property.Children[0].Unquoted()
        where Published.GetValueOrDefault(role) != id
        select $"{file.Name}:{property.Line} {role} is not the role {id}";

    public static IEnumerable<string> UnexplainedAssignments(InfraFiles infra) =>
        from assignment in Assignments(infra)
        where !assignment.File.HasCommentAbove(assignment.Resource)
        select $"{assignment.File.Name}:{assignment.Resource.Line} does not say why";

    /// <summary>A name must come out the same in every deployment, and differ between roles, resources and identities.</summary>
    public static IEnumerable<string> UnstableNames(InfraFiles infra) =>
        from assignment in Assignments(infra)
        let name = Property(assignment.Resource, "name")
        let scope = Property(assignment.Resource, "scope")
        let role = assignment
            .Resource.All("member_expression")
            .Select(access => access.Text)
            .Last(text => text.StartsWith("roles.", StringComparison.Ordinal))
        where
            !name.StartsWith($"guid({scope}.id, ", StringComparison.Ordinal)
            || !name.EndsWith($", {role})", StringComparison.Ordinal)
        select $"{assignment.File.Name}:{assignment.Resource.Line} is not named after its resource, its identity and its role";

    public static IEnumerable<(BicepFile File, SyntaxNode Resource)> Assignments(InfraFiles infra) =>
        from file in infra.Templates
        from resource in file.Root.Children
        where resource.Type == "resource_declaration"
        where resource.Text.Contains("'Microsoft.Authorization/roleAssignments@", StringComparison.Ordinal)
        select (file, resource);

    private static string Property(SyntaxNode resource, string name) =>
        resource.All("object_property").First(property => property.Children[0].Text == name).Children[^1].Text;
}
