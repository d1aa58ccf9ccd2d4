using ScoreGuard.Application.Live;
using ScoreGuard.Application.Validation;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.FakePlatforms;
using ScoreGuard.Targets.Model;
using ScoreGuard.Testing;

namespace ScoreGuard.Application.Tests.Live.Simulation;

/// <summary>What `scoreguard init --target …` writes works on a platform that has what it names.</summary>
public sealed class InitTemplateTests
{
    [Theory]
    [InlineData("hubspot")]
    [InlineData("marketo")]
    [InlineData("mautic")]
    [InlineData("salesforce")]
    public async Task Nothing_is_wrong_with_it_and_every_lead_is_testable_there(string platform)
    {
        using var guarded = Written(platform, new(Start), Set);
        await guarded.FreezeAsync();
        var planned = await new PlanReplay(guarded.Context).ExecuteAsync(default);
        var (plan, warnings) = planned.ShouldBeOfType<Parsed<ReplayPlan>.Ok>(Said(planned));
        warnings.ShouldBeEmpty();
        plan.Leads.ShouldBe(30);
        plan.NotTestable.ShouldBe(0);
        plan.IsAffordable.ShouldBeTrue();
    }

    [Theory]
    [InlineData("hubspot")]
    [InlineData("marketo")]
    [InlineData("mautic")]
    [InlineData("salesforce")]
    public async Task It_comes_to_a_baseline_and_passes_and_tells_drift(string platform)
    {
        var time = new LeapingTime(Start);
        await using var profile = PlatformProfile.Of(platform);
        await profile.StartAsync(time);
        using var guarded = Written(platform, time, setting => profile.Settings.GetValueOrDefault(OfC(setting)));
        await guarded.ApprovedAsync();
        profile.Records.ShouldBe(0);
        time.Advance(TimeSpan.FromMinutes(10));
        var run = await guarded.RunAsync();
        run.Verdict.ShouldBe(Verdict.Passed, string.Join("; ", run.Diagnostics));
        run.Diagnostics.ShouldBeEmpty();
        time.Advance(TimeSpan.FromMinutes(10));
        profile.PerSignal = 13;
        (await guarded.RunAsync()).Verdict.ShouldBe(Verdict.Drift);
    }

    /// <summary>Each persona's activities are those of a signal, each signal's activity is somebody's.</summary>
    [Theory]
    [InlineData("hubspot")]
    [InlineData("marketo")]
    [InlineData("mautic")]
    [InlineData("salesforce")]
    public async Task Its_leads_do_what_its_signals_name_and_have_what_its_fields_map(string platform)
    {
        using var guarded = Written(platform, new(Start), Set);
        await guarded.FreezeAsync();
        var context = guarded.Context;
        var leads = (await context.Stores.LeadSets.FindCurrentAsync(default))!;
        var target = context.Workspace.Target;
        var acted = new HashSet<string>(StringComparer.Ordinal);
        var titles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var shard in leads.Shards)
        {
            using var lines = await context.Stores.LeadShards.ReadAsync(shard, default);
            foreach (var line in System.Text.Encoding.UTF8.GetString(lines.Memory.Span).Split('\n'))
            {
                if (line.Length == 0)
                {
                    continue;
                }

                using var lead = System.Text.Json.JsonDocument.Parse(line);
                var attributes = lead.RootElement.GetProperty("attributes");
                foreach (var field in target.Leads.Fields)
                {
                    attributes.TryGetProperty(field.Ours, out _).ShouldBeTrue($"{field.Ours} in {line}");
                }

                titles.Add(attributes.GetProperty("jobTitle").GetString()!);
                if (lead.RootElement.TryGetProperty("activities", out var activities))
                {
                    acted.UnionWith(activities.EnumerateArray().Select(one => one.GetProperty("type").GetString()!));
                }
            }
        }

        acted
            .Order(StringComparer.Ordinal)
            .ShouldBe(target.Signals.Select(signal => signal.Activity).Distinct().Order(StringComparer.Ordinal));
        titles.Count.ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData("model")]
    [InlineData("http")]
    [InlineData("hubspot")]
    [InlineData("marketo")]
    [InlineData("mautic")]
    [InlineData("salesforce")]
    public void Its_files_are_valid(string target)
    {
        using var guarded = Written(target, new(Start), Set);
        new ValidateDocuments(new TzdbTimeZones(), guarded.Targets).Workspace(guarded.Context.Files).ShouldBeEmpty();
    }

    private static DateTimeOffset Start { get; } = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);

    private static Guarded Written(string target, LeapingTime time, Func<string, string?> find)
    {
        var guarded = new Guarded { Time = time, Targets = new PlatformTargets(find, time) };
        guarded.Remove("model.yaml");
        foreach (
            var file in Directory.GetFiles(Path.GetDirectoryName(InitTemplates.PathOf(target, Workspace.FileName))!)
        )
        {
            guarded.Write(Path.GetFileName(file), File.ReadAllText(file));
        }

        return guarded;
    }

    private static string? Set(string setting) =>
        setting.EndsWith("_URL", StringComparison.Ordinal) ? "https://platform.example"
        : setting.EndsWith("_TOKEN", StringComparison.Ordinal)
        || setting.EndsWith("_CLIENT_ID", StringComparison.Ordinal)
        || setting.EndsWith("_CLIENT_SECRET", StringComparison.Ordinal)
            ? "x"
        : null;

    /// <summary>The setting of the same meaning under the profiles' connection.</summary>
    private static string OfC(string setting) =>
        "SCOREGUARD_CONNECTION_C_"
        + setting[
            (
                "SCOREGUARD_CONNECTION_".Length
                + setting["SCOREGUARD_CONNECTION_".Length..].IndexOf('_', StringComparison.Ordinal)
                + 1
            )..
        ]
            .Replace("SANDBOX_", "", StringComparison.Ordinal);

    private static string Said<T>(Parsed<T> parsed) =>
        parsed is Parsed<T>.Refused refused ? string.Join("; ", refused.Diagnostics) : "";
}
