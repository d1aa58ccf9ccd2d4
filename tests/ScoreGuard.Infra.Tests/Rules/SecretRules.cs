using System.Text.Json;
using System.Text.RegularExpressions;
using ScoreGuard.Infra.Tests.Compiler;

namespace ScoreGuard.Infra.Tests.Rules;

/// <summary>No secret stands in a file, and none leaves a deployment. Each rule tells what breaks it.</summary>
public static partial class SecretRules
{
    public static IEnumerable<string> OpenParameters(InfraFiles infra) =>
        from file in infra.Templates
        from parameter in infra.Template(file).GetProperty("parameters").EnumerateObject()
        where SecretName().IsMatch(parameter.Name) && !IsSecure(parameter)
        select $"{file}: {parameter.Name} is a secret and not @secure()";

    public static IEnumerable<string> WrittenSecrets(InfraFiles infra) =>
        from file in infra.Templates.Concat(infra.ParameterFiles)
        from text in SecretText().Matches(infra.Text(file))
        where !Guid.TryParse(text.Groups["token"].Value, out _)
        select $"{file}: {text.Value} looks like a secret";

    public static IEnumerable<string> AssignedSecrets(InfraFiles infra)
    {
        var secrets = infra.Template(InfraFiles.Main).GetProperty("parameters").EnumerateObject().Where(IsSecure);
        return from secret in secrets.Select(parameter => parameter.Name)
            from file in infra.ParameterFiles.Append(InfraFiles.ForAzd)
            from line in infra.Text(file).Split('\n')
            where Assignment().Match(line).Groups["name"].Value == secret
            where !FromEnvironment().IsMatch(line)
            select $"{file}: {secret} does not come from the environment";
    }

    public static IEnumerable<string> ListedKeys(InfraFiles infra) =>
        from file in infra.Templates
        where ListsKeys().IsMatch(infra.Template(file).GetRawText())
        select $"{file} asks for the keys of a resource; the identity is enough";

    private static bool IsSecure(JsonProperty parameter) =>
        parameter.Value.At("type").StartsWith("secure", StringComparison.Ordinal);

    [GeneratedRegex(
        "(key|password|secret)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex SecretName();

    /// <summary>What opens a storage account, or a text without a word in it; it begins and ends with quotes or with what is filled in.</summary>
    [GeneratedRegex(
        "AccountKey=|SharedAccess|[?&]sig=|['}](?<token>[A-Za-z0-9+/_=-]{32,})['$]",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex SecretText();

    /// <summary>A line of a Bicep parameter file or of a JSON one; both have one for each parameter.</summary>
    [GeneratedRegex("""^(param | *")(?<name>\w+)("|\b)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Assignment();

    [GeneratedRegex(
        """= readEnvironmentVariable\('[A-Z_]+'\)$|"value": "\$\{[A-Z_]+\}" \},?$""",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex FromEnvironment();

    [GeneratedRegex(@"\blist[A-Z]\w*\(", RegexOptions.NonBacktracking)]
    private static partial Regex ListsKeys();
}
