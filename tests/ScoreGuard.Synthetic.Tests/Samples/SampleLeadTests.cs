using System.Text.Json;
using ScoreGuard.Domain.Models;
using ScoreGuard.Synthetic.Pinned;
using ScoreGuard.Synthetic.Reading;
using ScoreGuard.Testing;
using ScoreGuard.Yaml;

namespace ScoreGuard.Synthetic.Tests.Samples;

/// <summary>What the samples' leads must be good for: a population in which every rule matters and few reach Sales.</summary>
public sealed class SampleLeadTests
{
    public static TheoryData<string, string> Samples =>
        new()
        {
            { "gitlab", "MQL" },
            { "marketo", "Lead" },
            { "relias", "MQL" },
        };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Between_five_and_twenty_in_a_hundred_reach_Sales(string sample, string stage)
    {
        var outcomes = await Outcomes(sample);
        var reach = outcomes.Count(outcome => Entries(outcome, "history").Any(entry => Text(entry, "stage") == stage));
        outcomes.Length.ShouldBeGreaterThan(1000);
        (reach / (double)outcomes.Length).ShouldBeInRange(0.05, 0.20);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_rule_that_adds_points_gives_some_lead_points(string sample, string stage)
    {
        _ = stage;
        var outcomes = await Outcomes(sample);
        var fired = outcomes
            .Where(outcome => outcome.TryGetProperty("rules", out _))
            .SelectMany(outcome => outcome.GetProperty("rules").EnumerateObject().Select(rule => rule.Name))
            .ToHashSet();
        Model(sample)
            .Dimensions.SelectMany(dimension => dimension.Rules)
            .Where(rule => rule is not (Rule.OnActivity { Operation: RuleOperation.Set } or Rule.OnMidnight))
            .Select(rule => rule.Id)
            .Where(id => !fired.Contains(id))
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_transition_and_every_route_is_taken_by_some_lead(string sample, string stage)
    {
        _ = stage;
        var outcomes = await Outcomes(sample);
        var taken = outcomes
            .SelectMany(outcome => Entries(outcome, "history").Concat(Entries(outcome, "routes")))
            .Select(entry => Text(entry, "by"))
            .ToHashSet();
        var model = Model(sample);
        model
            .Lifecycle!.Transitions.Select(transition => transition.Id)
            .Concat(model.Routing!.Rules.Select(rule => rule.Id))
            .Where(id => !taken.Contains(id))
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task No_lead_of_a_sample_ends_in_an_error(string sample, string stage)
    {
        _ = stage;
        (await Outcomes(sample)).Where(outcome => outcome.TryGetProperty("error", out _)).ShouldBeEmpty();
    }

    private static async Task<JsonElement[]> Outcomes(string sample)
    {
        var plan = ModelTexts.Value(
            LeadPlanReader.Read(
                "leads.yaml",
                ModelTexts.Value(YamlDocument.Read("leads.yaml", await Bytes(sample, "leads.yaml")))
            )
        );
        var pinned = ModelTexts.Value(
            PinnedLeadsReader.Read("pinned-leads.jsonl", await Bytes(sample, "pinned-leads.jsonl"), plan)
        );
        var leads = new MemoryStream();
        await new LeadGenerator(plan, pinned).WriteAllAsync(leads, 2, TestContext.Current.CancellationToken);
        leads.Position = 0;
        return [.. ModelTexts.Outcomes(Model(sample), leads, plan.AsOf, workers: 2).Select(Element)];
    }

    private static JsonElement Element(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }

    private static Task<byte[]> Bytes(string sample, string file) =>
        File.ReadAllBytesAsync(SampleFiles.PathOf(sample, file), TestContext.Current.CancellationToken);

    private static ScoringModel Model(string sample) => ModelTexts.Read(SampleFiles.Read(sample, "model.yaml"));

    private static JsonElement[] Entries(JsonElement outcome, string key) =>
        outcome.TryGetProperty(key, out var entries) ? [.. entries.EnumerateArray()] : [];

    private static string? Text(JsonElement entry, string key) =>
        entry.TryGetProperty(key, out var value) ? value.GetString() : null;
}
