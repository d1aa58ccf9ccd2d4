using System.Reflection;

namespace ScoreGuard.Testing;

/// <summary>
/// The worked cases of the specification (<c>SpecCases/</c>) and ours beside them (<c>Cases/</c>), to be run through
/// anything that scores leads.
/// </summary>
public static class SpecCases
{
    public static IReadOnlyList<SpecCase> All { get; } = ReadAll();

    /// <summary>For theories: <c>TheoryData&lt;string&gt; Names => [.. SpecCases.Names]</c>.</summary>
    public static IEnumerable<string> Names => All.Select(specCase => specCase.Name);

    public static SpecCase Get(string name) => All.Single(specCase => specCase.Name == name);

    private static SpecCase[] ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.EndsWith(".json", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return SpecCase.Read(name, text.ReadToEnd());
                }),
        ];
    }
}
