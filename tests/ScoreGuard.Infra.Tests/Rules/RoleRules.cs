using ScoreGuard.Infra.Tests.Compiler;

namespace ScoreGuard.Infra.Tests.Rules;

/// <summary>What the app's identity is given. Each rule tells what breaks it, one line a place.</summary>
public static class RoleRules
{
    public const string Assignment = "Microsoft.Authorization/roleAssignments";

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

    /// <summary>Who may do what on which resource, in a deployment: <c>app storageBlobDataOwner Microsoft.Storage/storageAccounts/st…</c>. A role of another id has no name.</summary>
    public static IEnumerable<string> Rights(Deployment deployment)
    {
        foreach (var assignment in deployment.Of(Assignment))
        {
            var id = assignment.At("id");
            var role = assignment.At("properties.roleDefinitionId").Split('/')[^1];
            var principal = assignment.At("properties.principalId");
            var who =
                principal == Deployer.PrincipalId ? "operator"
                : principal.Contains("/userAssignedIdentities/id-", StringComparison.Ordinal) ? "app"
                : principal;
            var scope = id[..id.IndexOf($"/providers/{Assignment}", StringComparison.Ordinal)];
            yield return $"{who} {Published.SingleOrDefault(known => known.Value == role).Key ?? role} {deployment.Readable(scope)}";
        }
    }

    public static IEnumerable<string> UnexplainedAssignments(InfraFiles infra) =>
        from file in infra.Templates
        let lines = infra.Text(file).Split('\n')
        from line in Enumerable.Range(0, lines.Length)
        where lines[line].Contains($"'{Assignment}@", StringComparison.Ordinal)
        where line == 0 || !lines[line - 1].StartsWith("// ", StringComparison.Ordinal)
        select $"{file}({line + 1}) does not say why";

    /// <summary>A name must come out the same in every deployment, and differ between roles, resources and identities.</summary>
    public static IEnumerable<string> UnstableNames(InfraFiles infra) =>
        from file in infra.Templates
        from resource in infra.Template(file).GetProperty("resources").EnumerateArray()
        where resource.At("type") == Assignment
        let name = resource.At("name")
        let start = $"[guid({resource.At("scope").Trim('[', ']')}, "
        // [subscriptionResourceId('Microsoft.Authorization/roleDefinitions', ROLE)]
        let definition = resource.At("properties.roleDefinitionId")
        let end = definition[definition.LastIndexOf(", ", StringComparison.Ordinal)..]
        where
            !name.StartsWith(start, StringComparison.Ordinal)
            || !name.EndsWith(end, StringComparison.Ordinal)
            || name.Length <= start.Length + end.Length
            || !resource
                .At("properties.principalId")
                .Contains(name[start.Length..^end.Length], StringComparison.Ordinal)
        select $"{file}: {name} is not named after its resource, its identity and its role";
}
