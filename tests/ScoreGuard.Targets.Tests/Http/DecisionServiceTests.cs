using System.Buffers;
using System.Text;
using System.Text.Json;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.FakePlatforms;
using ScoreGuard.Targets.Http;
using ScoreGuard.Testing;
using ScoreGuard.Yaml;

namespace ScoreGuard.Targets.Tests.Http;

/// <summary>A rules engine of somebody else, asked through the sample's own workspace.</summary>
public sealed class DecisionServiceTests
{
    private const string Sample = "decision-service";

    [Fact]
    public async Task Every_lead_is_scored_as_the_decision_says()
    {
        await using var service = await DecisionService.StartAsync("k1", SampleFiles.PathOf(Sample, "decision.json"));
        var outcomes = await ScoreAsync(service.Url, "Bearer k1");
        var leads = SampleFiles.Read(Sample, "guard/leads.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        outcomes.Count.ShouldBe(leads.Length);
        foreach (var (lead, outcome) in leads.Zip(outcomes))
        {
            using var json = JsonDocument.Parse(lead);
            var (fit, behaviour) = ByHand(json.RootElement);
            outcome.Lead.ShouldBe(json.RootElement.GetProperty("id").GetString());
            outcome.Scores.ShouldBe(
                [new("fit", fit), new("behaviour", behaviour), new("total", fit + behaviour)],
                outcome.Lead
            );
            outcome.Stage.ShouldBe(
                fit + behaviour >= 80 ? "MQL"
                    : fit + behaviour >= 40 ? "Nurture"
                    : "Known",
                outcome.Lead
            );
        }

        outcomes.Select(outcome => outcome.Stage).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task An_edit_of_the_decision_moves_the_leads_that_it_is_about()
    {
        var original = SampleFiles.PathOf(Sample, "decision.json");
        var edited = Path.Combine(Directory.CreateTempSubdirectory("decision").FullName, "edited.json");
        var text = await File.ReadAllTextAsync(original, TestContext.Current.CancellationToken);
        var changed = text.Replace("\"fit\": \"-20\"", "\"fit\": \"-25\"", StringComparison.Ordinal);
        changed.ShouldNotBe(text);
        await File.WriteAllTextAsync(edited, changed, TestContext.Current.CancellationToken);
        await using var before = await DecisionService.StartAsync("k", original);
        await using var after = await DecisionService.StartAsync("k", edited);
        var moved = (await ScoreAsync(before.Url, "Bearer k"))
            .Zip(await ScoreAsync(after.Url, "Bearer k"))
            .Where(pair => pair.First.Scores[0] != pair.Second.Scores[0])
            .Select(pair => (pair.First.Scores[0].Value, pair.Second.Scores[0].Value))
            .ToList();
        moved.ShouldNotBeEmpty();
        moved.Distinct().ShouldBe([(-20m, -25m)]);
    }

    [Fact]
    public async Task A_wrong_key_is_told_as_such()
    {
        await using var service = await DecisionService.StartAsync("k1", SampleFiles.PathOf(Sample, "decision.json"));
        var fault = await Should.ThrowAsync<TargetFault>(() => ScoreAsync(service.Url, "Bearer k2"));
        (fault.Kind, fault.Message).ShouldBe(
            (
                TargetFaultKind.Refused,
                "The scoring service refused to score leads: HTTP 401. See `SCOREGUARD_CONNECTION_DECISION_…` and what it may do there."
            )
        );
    }

    private static async Task<List<Outcome>> ScoreAsync(Uri url, string secret)
    {
        var workspace = Some.Opened(
            WorkspaceReader.Read(
                Workspace.FileName,
                Some.Opened<DocumentNode>(
                    YamlDocument.Read(
                        Workspace.FileName,
                        Encoding.UTF8.GetBytes(SampleFiles.Read(Sample, "guard/scoreguard.yaml"))
                    )
                )
            )
        );
        var connections = Some.Connections(
            ("SCOREGUARD_CONNECTION_DECISION_URL", url.AbsoluteUri),
            ("SCOREGUARD_CONNECTION_DECISION_SECRET", secret)
        );
        var service = Some.Opened(
            HttpScoring.Open(Some.Setting(workspace.Target, connections, new LeapingTime(Some.Start)))
        );
        var lines = new ArrayBufferWriter<byte>();
        var diagnostics = new DiagnosticBag("leads.jsonl");
        var leads = Encoding.UTF8.GetBytes(SampleFiles.Read(Sample, "guard/leads.jsonl"));
        await service.ScoreAsync(
            new LeadBatch(leads, 1, workspace.AsOf!.Value),
            lines,
            diagnostics,
            TestContext.Current.CancellationToken
        );
        diagnostics.InDocumentOrder().ShouldBeEmpty();
        var outcomes = new List<Outcome>();
        var reader = new OutcomeReader();
        var rest = lines.WrittenSpan;
        while (!rest.IsEmpty)
        {
            outcomes.Add(reader.Read(OutcomeLines.TakeLine(ref rest)));
        }

        return outcomes;
    }

    /// <summary>The decision's tables, once more.</summary>
    private static (decimal Fit, decimal Behaviour) ByHand(JsonElement lead)
    {
        var attributes = lead.GetProperty("attributes");
        var employees = attributes.GetProperty("employees").GetInt32();
        var fit = attributes.GetProperty("seniority").GetString() switch
        {
            "C-Level" or "VP" => employees >= 500 ? 60 : 40,
            "Director" when employees >= 50 => 30,
            "Student" => -20,
            _ => 10,
        };
        var recent = lead.GetProperty("activities")
            .EnumerateArray()
            .Where(activity =>
                HttpStory.AsOf.UnixMilliseconds
                    - activity.GetProperty("at").GetDateTimeOffset().ToUnixTimeMilliseconds()
                    is >= 0
                        and <= 90L * 86_400_000
            )
            .Select(activity => activity.GetProperty("type").GetString())
            .ToList();
        return (
            fit,
            (40 * recent.Count(type => type == "form_submit"))
                + Math.Min(24, 8 * recent.Count(type => type == "web_visit"))
        );
    }
}
