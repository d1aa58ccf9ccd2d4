using System.Text.Json;
using ScoreGuard.Infra.Tests.Syntax;

namespace ScoreGuard.Infra.Tests.Rules;

/// <summary>What holds between the files. Each rule tells what breaks it, one line a place.</summary>
public static class CompositionRules
{
    public static IEnumerable<string> LostModules(InfraFiles infra) =>
        from file in infra.Templates
        from module in file.Modules
        where Target(infra, file, module) is null
        select $"{file.Name}: {module.Symbol} is in no file {module.Path}";

    public static IEnumerable<string> UnknownArguments(InfraFiles infra) =>
        from use in Uses(infra)
        from argument in use.Module.Arguments
        where use.Target.Parameters.All(parameter => parameter.Name != argument)
        select $"{use.Target.Name} has no parameter {argument}";

    public static IEnumerable<string> MissingArguments(InfraFiles infra) =>
        from use in Uses(infra)
        from parameter in use.Target.Parameters
        where parameter.Default is null && !use.Module.Arguments.Contains(parameter.Name)
        select $"{use.Target.Name} is not given {parameter.Name}";

    public static IEnumerable<string> UnknownOutputs(InfraFiles infra) =>
        from file in infra.Templates
        from reference in file.OutputReferences
        let module = file.Modules.FirstOrDefault(module => module.Symbol == reference.Symbol)
        where module is null || Target(infra, file, module)?.Outputs.Contains(reference.Output) != true
        select $"{file.Name}:{reference.Line} there is no {reference.Symbol}.outputs.{reference.Output}";

    public static IEnumerable<string> UnknownAssignments(InfraFiles infra) =>
        from values in Assignments(infra)
        from name in values.Names
        where infra.Main.Parameters.All(parameter => parameter.Name != name)
        select $"{values.File} sets {name}, which main.bicep does not have";

    public static IEnumerable<string> MissingAssignments(InfraFiles infra) =>
        from values in Assignments(infra)
        from parameter in infra.Main.Parameters
        where parameter.Default is null && !values.Names.Contains(parameter.Name)
        select $"{values.File} does not set {parameter.Name}";

    private static IEnumerable<(BicepModule Module, BicepFile Target)> Uses(InfraFiles infra) =>
        from file in infra.Templates
        from module in file.Modules
        let target = Target(infra, file, module)
        where target is not null
        select (module, target);

    private static BicepFile? Target(InfraFiles infra, BicepFile file, BicepModule module) =>
        infra.Find($"{Path.GetDirectoryName(file.Name)}/{module.Path}");

    private static IEnumerable<(string File, IReadOnlyCollection<string> Names)> Assignments(InfraFiles infra)
    {
        foreach (var file in infra.ParameterFiles)
        {
            yield return (file.Name, [.. file.Assignments.Keys]);
        }

        const string ForAzd = "infra/main.parameters.json";
        using var json = JsonDocument.Parse(infra.Text(ForAzd));
        yield return (
            ForAzd,
            [.. json.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name)]
        );
    }
}
