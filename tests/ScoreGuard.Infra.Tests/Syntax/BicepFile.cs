namespace ScoreGuard.Infra.Tests.Syntax;

/// <summary>What a Bicep file declares and what it refers to.</summary>
/// <param name="Name">Path in the repository, with slashes.</param>
public sealed record BicepFile(string Name, SyntaxNode Root)
{
    public IReadOnlyList<BicepParameter> Parameters =>
        [
            .. Declarations("parameter_declaration")
                .Select(at => new BicepParameter(SymbolOf(at.Node), ValueOf(at.Node), at.Decorators)),
        ];

    public IReadOnlyList<BicepModule> Modules =>
        [.. Declarations("module_declaration").Select(at => at.Node).Select(ModuleOf)];

    public IReadOnlyList<string> Outputs => [.. Declarations("output_declaration").Select(at => SymbolOf(at.Node))];

    /// <summary>What a parameter file assigns: the names, with the expressions.</summary>
    public IReadOnlyDictionary<string, SyntaxNode> Assignments =>
        Declarations("variable_declaration")
            .ToDictionary(at => SymbolOf(at.Node), at => ValueOf(at.Node) ?? at.Node, StringComparer.Ordinal);

    /// <summary>Every <c>symbol.outputs.name</c>.</summary>
    public IEnumerable<(string Symbol, string Output, int Line)> OutputReferences =>
        from access in Root.All("member_expression")
        let inner = access.Children[0]
        where inner.Type == "member_expression" && inner.Children[^1].Text == "outputs"
        // The grammar lets a member access reach over a ternary; the access belongs to the last name before it.
        let symbol = inner.Children[0].All("identifier").Last()
        select (symbol.Text, access.Children[^1].Text, access.Line);

    /// <summary>The keys of every object.</summary>
    public IReadOnlyList<string> PropertyNames =>
        [.. Root.All("object_property").Select(property => property.Children[0].Unquoted())];

    /// <summary>The names that a declaration or a loop gives, in the whole file.</summary>
    public IReadOnlySet<string> Symbols { get; } =
        Root.Subtree()
            .Where(node => node.Type.EndsWith("_declaration", StringComparison.Ordinal))
            .Select(SymbolOf)
            .Concat(Root.All("for_statement").SelectMany(LoopNames))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The names that expressions use; no keys, no members, no functions.</summary>
    public IEnumerable<SyntaxNode> UsedNames => Uses(Root);

    /// <summary>Whether a comment stands directly above a declaration or its decorators.</summary>
    public bool HasCommentAbove(SyntaxNode declaration)
    {
        var place = Root.Children.ToList().IndexOf(declaration);
        var above = Root.Children.Take(place).LastOrDefault(node => node.Type is not ("decorators" or "\n"));
        return above?.Type == "comment";
    }

    public static string SymbolOf(SyntaxNode declaration) => declaration.Child("identifier")?.Text ?? "";

    private static SyntaxNode? ValueOf(SyntaxNode declaration) =>
        declaration
            .Children.SkipWhile(child => child.Type != "=")
            .Skip(1)
            .FirstOrDefault(child => child.Type != "comment");

    private static BicepModule ModuleOf(SyntaxNode declaration)
    {
        var properties = declaration.All("object").First();
        var arguments = properties
            .Children.Where(child => child.Type == "object_property" && child.Children[0].Text == "params")
            .SelectMany(child => child.Child("object")?.Children ?? [])
            .Where(child => child.Type == "object_property")
            .Select(child => child.Children[0].Unquoted());
        return new BicepModule(SymbolOf(declaration), declaration.Child("string")?.Unquoted() ?? "", [.. arguments]);
    }

    private static IEnumerable<string> LoopNames(SyntaxNode loop) =>
        loop
            .Children.TakeWhile(child => child.Type != "in")
            .SelectMany(child => child.Subtree())
            .Where(node => node.Type is "identifier" or "loop_variable" or "loop_enumerator")
            .Select(name => name.Text);

    private static IEnumerable<SyntaxNode> Uses(SyntaxNode node) =>
        node.Type switch
        {
            "identifier" => [node],
            "decorators" or "type" => [],
            "object_property" => node
                .Children.Skip(1)
                .SelectMany(Uses)
                .Concat(node.Children[0].All("interpolation").SelectMany(Uses)),
            "call_expression" when node.Children[0].Type == "identifier" => node.Children.Skip(1).SelectMany(Uses),
            "for_statement" => node.Children.SkipWhile(child => child.Type != "in").SelectMany(Uses),
            _ when node.Type.EndsWith("_declaration", StringComparison.Ordinal) => node
                .Children.SkipWhile(child => child.Type != "=")
                .SelectMany(Uses),
            _ => node.Children.SelectMany(Uses),
        };

    private IEnumerable<(SyntaxNode Node, IReadOnlyList<string> Decorators)> Declarations(string type)
    {
        IReadOnlyList<string> decorators = [];
        foreach (var node in Root.Children)
        {
            if (node.Type == "decorators")
            {
                decorators = [.. node.All("decorator").Select(decorator => decorator.All("identifier").First().Text)];
                continue;
            }

            if (node.Type == type)
            {
                yield return (node, decorators);
            }

            if (node.Type != "comment")
            {
                decorators = [];
            }
        }
    }
}
