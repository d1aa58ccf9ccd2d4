using ScoreGuard.Infra.Tests.Syntax;

namespace ScoreGuard.Infra.Tests.Rules;

/// <summary>What holds in a Bicep file by itself. Each rule tells what breaks it, one line a place.</summary>
public static class SyntaxRules
{
    public static IEnumerable<string> Unparsed(InfraFiles infra) =>
        from file in infra.Bicep
        from node in file.Root.Subtree()
        where node.Missing || node.Type == "ERROR"
        select $"{file.Name}:{node.Line} cannot be parsed: {node.Text}";

    public static IEnumerable<string> UndeclaredNames(InfraFiles infra) =>
        from file in infra.Templates
        from name in file.UsedNames
        where !file.Symbols.Contains(name.Text)
        select $"{file.Name}:{name.Line} uses {name.Text}, which nothing declares";

    public static IEnumerable<string> UnusedParameters(InfraFiles infra) =>
        from file in infra.Templates
        from parameter in file.Parameters
        where file.UsedNames.All(name => name.Text != parameter.Name)
        select $"{file.Name} does not use its parameter {parameter.Name}";

    public static IEnumerable<string> Undescribed(InfraFiles infra) =>
        from file in infra.Templates
        from parameter in file.Parameters
        where !parameter.Decorators.Contains("description")
        select $"{file.Name} does not say what {parameter.Name} means";

    public static IEnumerable<string> DeclaredTwice(InfraFiles infra) =>
        from file in infra.Bicep
        from symbol in file
            .Root.Children.Where(node =>
                node.Type.EndsWith("_declaration", StringComparison.Ordinal) && node.Type != "output_declaration"
            )
            .GroupBy(BicepFile.SymbolOf, StringComparer.Ordinal)
        where symbol.Count() > 1
        select $"{file.Name} declares {symbol.Key} twice";
}
