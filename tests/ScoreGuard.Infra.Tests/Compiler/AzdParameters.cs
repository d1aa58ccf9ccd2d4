using System.Text.Json;
using System.Text.RegularExpressions;

namespace ScoreGuard.Infra.Tests.Compiler;

/// <summary><c>main.parameters.json</c>, which azd fills in from its environment before the compiler's work begins.</summary>
public static partial class AzdParameters
{
    /// <summary>The same as a Bicep parameter file, so that the compiler can judge it.</summary>
    /// <param name="template">The compiled template: azd makes of each value what its parameter wants.</param>
    public static string AsBicep(string json, JsonElement template)
    {
        var types = template.GetProperty("parameters");
        var assignments = Json.Parse(json)
            .GetProperty("parameters")
            .EnumerateObject()
            .Select(parameter =>
            {
                var value = FromEnvironment().Replace(parameter.Value.At("value"), Substitute);
                var isBare = types.TryGetProperty(parameter.Name, out var type) && type.At("type") is "bool" or "int";
                return $"param {parameter.Name} = {(isBare ? value : $"'{value}'")}";
            });
        return string.Join('\n', assignments.Prepend("using 'main.bicep'"));
    }

    private static string Substitute(Match variable) =>
        Deployer.Environment.GetValueOrDefault(variable.Groups["name"].Value, variable.Groups["default"].Value);

    [GeneratedRegex(
        @"\$\{(?<name>[A-Z_]+)(=(?<default>[^}]*))?\}",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex FromEnvironment();
}
