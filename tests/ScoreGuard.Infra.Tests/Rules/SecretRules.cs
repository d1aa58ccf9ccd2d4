using System.Text.Json;
using System.Text.RegularExpressions;

namespace ScoreGuard.Infra.Tests.Rules;

/// <summary>No secret stands in a file, and none leaves a deployment. Each rule tells what breaks it.</summary>
public static partial class SecretRules
{
    public static IEnumerable<string> OpenParameters(InfraFiles infra) =>
        from file in infra.Templates
        from parameter in file.Parameters
        where SecretName().IsMatch(parameter.Name) && !parameter.Decorators.Contains("secure")
        select $"{file.Name}: {parameter.Name} is a secret and not @secure()";

    public static IEnumerable<string> WrittenSecrets(InfraFiles infra) =>
        from file in infra.Bicep
        from text in file.Root.All("string_content")
        where SecretText().IsMatch(text.Text) && !Guid.TryParse(text.Text, out _)
        select $"{file.Name}:{text.Line} looks like a secret";

    public static IEnumerable<string> SecretDefaults(InfraFiles infra) =>
        from file in infra.Templates
        from parameter in file.Parameters
        where parameter.Decorators.Contains("secure") && parameter.Default is not (null or { Text: "''" or "'{}'" })
        select $"{file.Name}: {parameter.Name} is a secret and has a default";

    public static IEnumerable<string> AssignedSecrets(InfraFiles infra)
    {
        foreach (var secret in infra.Main.Parameters.Where(parameter => parameter.Decorators.Contains("secure")))
        {
            foreach (var file in infra.ParameterFiles)
            {
                if (
                    file.Assignments.TryGetValue(secret.Name, out var value)
                    && !value.Text.StartsWith("readEnvironmentVariable(", StringComparison.Ordinal)
                )
                {
                    yield return $"{file.Name}: {secret.Name} does not come from the environment";
                }
            }

            using var json = JsonDocument.Parse(infra.Text("infra/main.parameters.json"));
            if (
                json.RootElement.GetProperty("parameters").TryGetProperty(secret.Name, out var parameter)
                && !FromEnvironment().IsMatch(parameter.GetProperty("value").GetString() ?? "")
            )
            {
                yield return $"infra/main.parameters.json: {secret.Name} does not come from the environment";
            }
        }
    }

    public static IEnumerable<string> ListedKeys(InfraFiles infra) =>
        from file in infra.Templates
        from call in file.Root.All("call_expression")
        where ListsKeys().IsMatch(call.Text)
        select $"{file.Name}:{call.Line} asks for the keys of a resource; the identity is enough";

    [GeneratedRegex(
        "(key|password|secret)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex SecretName();

    [GeneratedRegex("AccountKey=|SharedAccess|[?&]sig=|^[A-Za-z0-9+/_=-]{32,}$", RegexOptions.NonBacktracking)]
    private static partial Regex SecretText();

    [GeneratedRegex(@"^\$\{[A-Z_]+\}$", RegexOptions.NonBacktracking)]
    private static partial Regex FromEnvironment();

    [GeneratedRegex(@"^list[A-Z]\w*\(|\.list[A-Z]\w*\(", RegexOptions.NonBacktracking)]
    private static partial Regex ListsKeys();
}
