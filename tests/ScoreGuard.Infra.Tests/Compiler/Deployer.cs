namespace ScoreGuard.Infra.Tests.Compiler;

/// <summary>Whoever deploys, and what is set in the environment that they deploy from. All of it is made up.</summary>
public static class Deployer
{
    public const string PrincipalId = "11111111-1111-1111-1111-111111111111";

    public static IReadOnlyDictionary<string, string> Environment { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AZURE_ENV_NAME"] = "test",
            ["AZURE_LOCATION"] = "westeurope",
            ["AZURE_PRINCIPAL_ID"] = PrincipalId,
            ["SCOREGUARD_READ_KEY"] = "a-key-for-reading-of-32-characters-or-more",
            ["SCOREGUARD_OPERATE_KEY"] = "a-key-for-operating-of-32-characters-or-more",
            ["SCOREGUARD_MAIL_TO"] = "team@example.com",
            ["SCOREGUARD_ALERT_RECEIVERS"] = "first@example.com; second@example.com",
        };

    /// <summary>Where the template is evaluated: nothing is asked of Azure, so any will do.</summary>
    public static object Target { get; } = new
    {
        tenantId = "00000000-0000-0000-0000-000000000001",
        subscriptionId = "00000000-0000-0000-0000-000000000002",
        location = Environment["AZURE_LOCATION"],
    };
}
