using ScoreGuard.Infra.Tests.Compiler;

namespace ScoreGuard.Infra.Tests.Rules;

/// <summary>What the compiler does not ask of a template or of what it comes to. Each rule tells what breaks it, one line a place.</summary>
public static class TemplateRules
{
    /// <summary>What breaks it is told as the command that mends it.</summary>
    public static IEnumerable<string> Unformatted(InfraFiles infra) =>
        infra
            .Templates.Concat(infra.ParameterFiles)
            .Where(file => infra.Formatted(file) != infra.Text(file))
            .Select(file => $"{BicepCompiler.Program} format {file}");

    public static IEnumerable<string> Undescribed(InfraFiles infra) =>
        from file in infra.Templates
        from parameter in infra.Template(file).GetProperty("parameters").EnumerateObject()
        where
            !parameter.Value.TryGetProperty("metadata", out var metadata)
            || !metadata.TryGetProperty("description", out _)
        select $"{file} does not say what {parameter.Name} means";

    /// <summary>Of two resources with one id the second would overwrite the first, without a word.</summary>
    public static IEnumerable<string> SharedIds(Deployment deployment) =>
        deployment
            .Resources.GroupBy(resource => resource.At("id"), StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key} is {same.Count()} resources");

    /// <summary>A name that only Azure can work out is one that what-if cannot foretell.</summary>
    public static IEnumerable<string> UnknownIds(Deployment deployment) =>
        deployment
            .Resources.Select(resource => resource.At("id"))
            .Where(id => id.Contains('['))
            .Select(id => $"{id} is not known before the deployment");
}
