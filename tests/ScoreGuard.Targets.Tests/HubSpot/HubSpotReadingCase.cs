using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.FakePlatforms.HubSpot;

namespace ScoreGuard.Targets.Tests.HubSpot;

/// <summary>Scores as HubSpot would give them, leads, and what each lead is worth by hand.</summary>
/// <param name="Pins">The sentence that the case is about.</param>
/// <param name="Expected">One outcome a lead: scores, labels, grade.</param>
/// <param name="Carried">One line a part: how it was carried, then where it stands.</param>
public sealed record HubSpotReadingCase(
    string Name,
    string Pins,
    string AsOf,
    ImmutableArray<JsonElement> Leads,
    ImmutableArray<JsonElement> Expected,
    ImmutableArray<string> Carried
)
{
    private const string Prefix = "HubSpotCases/";

    private static readonly string[] Known =
    [
        "pins",
        "asOf",
        "options",
        "properties",
        "signals",
        "fields",
        "outcome",
        "scores",
        "leads",
        "expected",
        "carried",
    ];

    private JsonElement Root { get; init; }

    public static TheoryData<HubSpotReadingCase> All()
    {
        var assembly = typeof(HubSpotReadingCase).Assembly;
        var all = new TheoryData<HubSpotReadingCase>();
        foreach (var name in assembly.GetManifestResourceNames().Where(IsCase).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var document = JsonDocument.Parse(stream);
            all.Add(Read(name[Prefix.Length..], document.RootElement.Clone()));
        }

        return all;
    }

    internal void PutInto(FakeHubSpot fake)
    {
        foreach (var score in Root.GetProperty("scores").EnumerateArray())
        {
            fake.Scores[score.GetProperty("id").GetString()!] = score.GetRawText();
        }

        foreach (var property in Items("properties"))
        {
            var parts = property.EnumerateArray().Select(part => part.GetString()!).ToArray();
            fake.Properties.Add((parts[0], parts[1], parts[2]));
        }
    }

    internal TargetDefinition Definition() =>
        HubSpotBench.Definition with
        {
            Use = TargetUse.Read,
            Leads = HubSpotBench.Definition.Leads with
            {
                Fields = [.. Texts(Root, "fields").Select(field => new FieldMapping(field.Name, field.Value))],
            },
            Outcome = OutcomeMapping.None with
            {
                Scores = [.. Texts(Root, "outcome").Select(score => new FieldMapping(score.Name, score.Value))],
            },
            Options = [.. Texts(Root, "options").Select(option => new TargetOption(option.Name, option.Value))],
            Signals =
            [
                .. Items("signals")
                    .Select(signal => new SignalMapping(
                        signal.GetProperty("activity").GetString()!,
                        SignalKind.Event,
                        signal.GetProperty("name").GetString()!,
                        [.. Texts(signal, "where").Select(where => new FieldConstant(where.Name, where.Value))],
                        [.. Texts(signal, "fields").Select(field => new FieldMapping(field.Name, field.Value))],
                        []
                    )),
            ],
        };

    /// <summary>Shown by test runners.</summary>
    public override string ToString() => Name;

    private static HubSpotReadingCase Read(string name, JsonElement root)
    {
        var parts = root.EnumerateObject().Select(part => part.Name);
        if (parts.FirstOrDefault(part => !Known.Contains(part)) is { } unknown)
        {
            throw new FormatException($"{name}: '{unknown}' is no part of a case.");
        }

        var read = new HubSpotReadingCase(
            name,
            root.GetProperty("pins").GetString()!,
            root.GetProperty("asOf").GetString()!,
            [.. root.GetProperty("leads").EnumerateArray()],
            [.. root.GetProperty("expected").EnumerateArray()],
            [.. root.GetProperty("carried").EnumerateArray().Select(line => line.GetString()!)]
        )
        {
            Root = root,
        };
        return read.Leads.Length == read.Expected.Length && !read.Leads.IsEmpty
            ? read
            : throw new FormatException(
                $"{name}: it has {read.Leads.Length} leads and {read.Expected.Length} outcomes."
            );
    }

    private static bool IsCase(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    private ImmutableArray<JsonElement> Items(string part) =>
        Root.TryGetProperty(part, out var items) ? [.. items.EnumerateArray()] : [];

    private static IEnumerable<(string Name, string Value)> Texts(JsonElement owner, string part) =>
        owner.TryGetProperty(part, out var map)
            ? map.EnumerateObject().Select(entry => (entry.Name, entry.Value.GetString()!))
            : [];
}
