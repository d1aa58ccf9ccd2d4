using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using ScoreGuard.Infra.Tests.Compiler;

namespace ScoreGuard.Infra.Tests;

/// <summary>The infrastructure: as it stands in the repository, or with one change that a test makes.</summary>
public sealed class InfraFiles
{
    public const string Main = "infra/main.bicep";
    public const string ForAzd = "infra/main.parameters.json";

    /// <summary>What azd makes of <see cref="ForAzd"/>; it is in no folder.</summary>
    public const string FilledInByAzd = "infra/azd.bicepparam";

    private readonly IReadOnlyDictionary<string, string> _texts;
    private readonly ConcurrentDictionary<(string Method, string File), JsonElement> _answers = new();
    private readonly Lazy<Deployments> _deployments;

    private InfraFiles(IReadOnlyDictionary<string, string> texts)
    {
        _texts = texts;
        _deployments = new Lazy<Deployments>(() => new Deployments(this));
    }

    public static InfraFiles Current { get; } = new(Read());

    /// <summary>What they come to, in each way to deploy.</summary>
    public Deployments Deployments => _deployments.Value;

    public IEnumerable<string> Templates => Names(".bicep");

    public IEnumerable<string> ParameterFiles => Names(".bicepparam");

    /// <summary>The same files, of which one reads differently.</summary>
    /// <exception cref="ArgumentException">The file does not contain <paramref name="old"/>.</exception>
    public static InfraFiles With(string file, string old, string replacement)
    {
        var text = Current.Text(file);
        return text.Contains(old, StringComparison.Ordinal)
            ? Current.And(file, text.Replace(old, replacement, StringComparison.Ordinal))
            : throw new ArgumentException($"{file} does not contain: {old}", nameof(old));
    }

    /// <summary>The text of a file, by its path in the repository.</summary>
    public string Text(string file) => _texts[file];

    /// <summary>The same files and a parameter file that sets what must be set, and <paramref name="assignments"/>.</summary>
    public Deployment DeployedWith(params string[] assignments)
    {
        const string Required = """
            using 'main.bicep'
            param environmentName = 'test'
            param location = 'westeurope'
            param readKey = readEnvironmentVariable('SCOREGUARD_READ_KEY')
            param operateKey = readEnvironmentVariable('SCOREGUARD_OPERATE_KEY')
            """;
        const string Name = "infra/assignments.bicepparam";
        return And(Name, string.Join('\n', assignments.Select(set => $"param {set}").Prepend(Required))).Deployed(Name);
    }

    /// <summary>The same files and <see cref="FilledInByAzd"/>: the parameters of azd, with the values of its environment.</summary>
    public InfraFiles AsAzdReadsThem() => And(FilledInByAzd, AzdParameters.AsBicep(Text(ForAzd), Template(Main)));

    /// <summary>All that the compiler and its linter have to say: errors and warnings alike.</summary>
    public IReadOnlyList<string> Diagnostics(string file) =>
        [.. Compiled(file).GetProperty("diagnostics").EnumerateArray().Select(Told)];

    /// <summary>What the compiler makes of a template: JSON for Azure Resource Manager.</summary>
    public JsonElement Template(string file) => Json.Parse(Compiled(file).At("contents"));

    /// <summary>The file as the compiler formats it.</summary>
    public string Formatted(string file) => Asked("format", file).At("contents");

    /// <summary>What a parameter file comes to.</summary>
    /// <exception cref="BicepException">It cannot be evaluated, or not without a diagnostic.</exception>
    public Deployment Deployed(string parameterFile)
    {
        var snapshot = Json.Parse(Asked("getSnapshot", parameterFile).At("snapshot"));
        return snapshot.GetProperty("diagnostics").GetArrayLength() == 0
            ? new Deployment(snapshot)
            : throw new BicepException($"{parameterFile}: {snapshot.At("diagnostics")}");
    }

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

    /// <summary>As the compiler would print it: <c>infra/main.bicep(57) BCP057: …</c>.</summary>
    private static string Told(JsonElement diagnostic)
    {
        var line = int.Parse(diagnostic.At("range.start.line"), CultureInfo.InvariantCulture) + 1;
        return $"{diagnostic.At("source")}({line}) {diagnostic.At("code")}: {diagnostic.At("message")}";
    }

    private IEnumerable<string> Names(string extension) =>
        _texts.Keys.Where(name => Path.GetExtension(name) == extension).Order(StringComparer.Ordinal);

    private InfraFiles And(string file, string text) =>
        new(new Dictionary<string, string>(_texts, StringComparer.Ordinal) { [file] = text });

    private JsonElement Compiled(string file) =>
        Asked(Path.GetExtension(file) == ".bicepparam" ? "compileParams" : "compile", file);

    private JsonElement Asked(string method, string file) =>
        _answers.GetOrAdd((method, file), asked => Ask(asked.Method, asked.File));

    /// <summary>The compiler reads files; so these are files for as long as it reads.</summary>
    private JsonElement Ask(string method, string file)
    {
        var folder = Directory.CreateTempSubdirectory("scoreguard-infra-");
        try
        {
            foreach (var (name, text) in _texts)
            {
                var path = Path.Combine(folder.FullName, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
            }

            var answer = BicepCompiler.Ask(
                method,
                new
                {
                    path = Path.Combine(folder.FullName, file),
                    parameterOverrides = new { },
                    metadata = Deployer.Target,
                }
            );
            return Json.Parse(answer.GetRawText().Replace($"{folder.FullName}/", "", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
