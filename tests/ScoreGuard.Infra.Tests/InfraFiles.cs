using ScoreGuard.Infra.Tests.Syntax;

namespace ScoreGuard.Infra.Tests;

/// <summary>The infrastructure: as it stands in the repository, or with one change that a test makes.</summary>
public sealed class InfraFiles
{
    private static readonly Lazy<InfraFiles> OfRepository = new(() => new InfraFiles(Read(), []));

    private readonly IReadOnlyDictionary<string, string> _texts;

    /// <param name="parsed">Files that are parsed already; only the others need it.</param>
    private InfraFiles(IReadOnlyDictionary<string, string> texts, IReadOnlyCollection<BicepFile> parsed)
    {
        _texts = texts;
        (string Name, string Text)[] bicep =
        [
            .. texts
                .Where(file => Path.GetExtension(file.Key) is ".bicep" or ".bicepparam")
                .Select(file => (file.Key, file.Value))
                .Where(file => parsed.All(known => known.Name != file.Key)),
        ];
        Bicep =
        [
            .. bicep
                .Zip(SyntaxTrees.Of(bicep), (file, tree) => new BicepFile(file.Name, tree))
                .Concat(parsed)
                .OrderBy(file => file.Name, StringComparer.Ordinal),
        ];
    }

    public static InfraFiles Current => OfRepository.Value;

    /// <summary>Every Bicep file and every Bicep parameter file.</summary>
    public IReadOnlyList<BicepFile> Bicep { get; }

    public IEnumerable<BicepFile> Templates =>
        Bicep.Where(file => file.Name.EndsWith(".bicep", StringComparison.Ordinal));

    public IEnumerable<BicepFile> ParameterFiles => Bicep.Except(Templates);

    public BicepFile Main => Get("infra/main.bicep");

    public BicepFile FunctionApp => Get("infra/modules/functionApp.bicep");

    /// <summary>The same files, of which one reads differently.</summary>
    /// <exception cref="ArgumentException">The file does not contain <paramref name="old"/>.</exception>
    public static InfraFiles With(string file, string old, string replacement)
    {
        var texts = Read();
        if (!texts[file].Contains(old, StringComparison.Ordinal))
        {
            throw new ArgumentException($"{file} does not contain: {old}", nameof(old));
        }

        texts[file] = texts[file].Replace(old, replacement, StringComparison.Ordinal);
        return new InfraFiles(texts, [.. Current.Bicep.Where(known => known.Name != file)]);
    }

    /// <summary>The text of a file, by its path in the repository.</summary>
    public string Text(string file) => _texts[file];

    public BicepFile? Find(string name) => Bicep.FirstOrDefault(file => file.Name == name);

    public BicepFile Get(string name) => Find(name) ?? throw new FileNotFoundException(name);

    private static Dictionary<string, string> Read() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "infra"), "*", SearchOption.AllDirectories)
            .Append(Path.Combine(Repository.Root, "azure.yaml"))
            .Append(Path.Combine(Repository.Root, "local.settings.sample.json"))
            .ToDictionary(
                path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'),
                File.ReadAllText,
                StringComparer.Ordinal
            );
}
