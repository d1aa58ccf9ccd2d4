using System.Buffers;
using System.Text;
using System.Text.Json;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Synthetic.Plans;
using ScoreGuard.Synthetic.Reading;
using ScoreGuard.Yaml;

namespace ScoreGuard.Synthetic.Tests;

/// <summary>Plans and leads that say only what a test is about.</summary>
internal static class Some
{
    /// <summary>What every short plan begins with: four lines.</summary>
    public const string Head = "leadPlan: 1\nseed: 7\ncount: 2000\nasOf: 2026-03-10T12:00:00Z\n";

    public static string FolderOf(string name) => Path.Combine(AppContext.BaseDirectory, name);

    public static string B2bText => File.ReadAllText(Path.Combine(FolderOf("Plans"), "b2b.leads.yaml"));

    /// <summary>The realistic plan of the tests, perhaps with another count or seed.</summary>
    public static LeadPlan B2b(int? count = null, ulong? seed = null)
    {
        var plan = Plan(B2bText);
        return plan with { Count = count ?? plan.Count, Seed = seed ?? plan.Seed };
    }

    /// <summary>A plan with one persona, made of <paramref name="persona"/> (lines indented by four).</summary>
    public static LeadPlan PlanOf(string persona) => Plan($"{Head}personas:\n  lead:\n    share: 1\n{persona}\n");

    public static LeadPlan Plan(string yaml) =>
        Read(yaml) switch
        {
            Parsed<LeadPlan>.Ok ok => ok.Value,
            Parsed<LeadPlan>.Refused refused => throw new InvalidDataException(string.Join('\n', refused.Diagnostics)),
            _ => throw new InvalidDataException("neither read nor refused"),
        };

    public static Parsed<LeadPlan> Read(string yaml) =>
        YamlDocument.Read("leads.yaml", Encoding.UTF8.GetBytes(yaml)) switch
        {
            Parsed<DocumentNode>.Ok ok => LeadPlanReader.Read("leads.yaml", ok.Value),
            Parsed<DocumentNode>.Refused refused => throw new InvalidDataException(
                string.Join('\n', refused.Diagnostics)
            ),
            _ => throw new InvalidDataException("neither read nor refused"),
        };

    public static string Lines(LeadGenerator generator, int from, int count)
    {
        var bytes = new ArrayBufferWriter<byte>();
        generator.WriteRange(from, count, bytes);
        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(
            bytes.WrittenSpan
        );
    }

    public static async Task<byte[]> AllAsync(LeadGenerator generator, int threads = 2)
    {
        using var stream = new MemoryStream();
        await generator.WriteAllAsync(stream, threads, CancellationToken.None);
        return stream.ToArray();
    }

    /// <summary>All generated leads of a plan.</summary>
    public static IReadOnlyList<JsonElement> Leads(LeadPlan plan) =>
        [
            .. Lines(new(plan), 1, plan.Count)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonElement.Parse(line, new JsonDocumentOptions { AllowDuplicateProperties = false })),
        ];

    /// <summary>What the leads of a one-persona plan have under <c>x</c>; null where it is missing.</summary>
    public static IReadOnlyList<string?> Values(string value, string others = "") =>
        [.. Leads(PlanOf($"    attributes:\n{others}      x: {value}")).Select(lead => lead.Attribute("x"))];

    public static string? Attribute(this JsonElement lead, string name) =>
        lead.GetProperty("attributes").TryGetProperty(name, out var value) ? value.ToString() : null;

    public static IEnumerable<JsonElement> Activities(this JsonElement lead, string? type = null) =>
        lead.GetProperty("activities")
            .EnumerateArray()
            .Where(activity => type is null || activity.GetProperty("type").GetString() == type);

    public static DateTimeOffset At(this JsonElement activity) => activity.GetProperty("at").GetDateTimeOffset();

    public static DateTimeOffset CreatedAt(this JsonElement lead) => lead.GetProperty("createdAt").GetDateTimeOffset();
}
