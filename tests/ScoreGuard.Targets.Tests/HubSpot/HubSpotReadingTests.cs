using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.FakePlatforms.HubSpot;
using ScoreGuard.Testing;

namespace ScoreGuard.Targets.Tests.HubSpot;

/// <summary>Lead scores are read as they stand, and our engine scores by them as HubSpot would.</summary>
public sealed class HubSpotReadingTests
{
    private static readonly string[] Parts = ["scores", "labels", "grade"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(HubSpotReadingCase.All), MemberType = typeof(HubSpotReadingCase))]
    public async Task Leads_score_by_what_was_read_as_computed_by_hand(HubSpotReadingCase reading)
    {
        var snapshot = await ReadAsync(reading);
        var model = ModelTexts.Read(snapshot.Model.ShouldNotBeNull());
        var leads = string.Concat(reading.Leads.Select(lead => JsonSerializer.Serialize(lead) + "\n"));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(leads));
        var asOf = new Instant(DateTimeOffset.Parse(reading.AsOf).ToUnixTimeMilliseconds());
        var outcomes = ModelTexts.Outcomes(model, stream, asOf);
        outcomes.Select(Judged).ShouldBe(reading.Expected.Select(Judged), reading.Pins);
    }

    [Theory]
    [MemberData(nameof(HubSpotReadingCase.All), MemberType = typeof(HubSpotReadingCase))]
    public async Task Every_part_is_said_to_be_exact_nearly_or_left_out(HubSpotReadingCase reading)
    {
        var snapshot = await ReadAsync(reading);
        snapshot.Carried.Select(part => $"{Words(part.How)} {part.Part}").ShouldBe(reading.Carried, reading.Pins);
        snapshot.Carried.ShouldAllBe(part => (part.Reason.Length == 0) == (part.How == CarriedHow.Exact));
    }

    [Fact]
    public async Task The_same_configuration_has_the_same_hash_whenever_it_was_saved()
    {
        var first = await SnapshotAsync(fake =>
            fake.Scores["1"] = HubSpotBench.ScoreJson("1", "2026-01-01T00:00:00Z", 5)
        );
        var later = await SnapshotAsync(fake =>
            fake.Scores["1"] = HubSpotBench.ScoreJson("1", "2026-09-09T00:00:00Z", 5, "u")
        );
        var changed = await SnapshotAsync(fake =>
            fake.Scores["1"] = HubSpotBench.ScoreJson("1", "2026-01-01T00:00:00Z", 6)
        );
        later.Hash.ShouldBe(first.Hash);
        changed.Hash.ShouldNotBe(first.Hash);
    }

    [Fact]
    public async Task All_pages_of_scores_are_read_and_no_link_is_followed()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        for (var id = 0; id < 205; id++)
        {
            bench.Fake.Scores[$"{id}"] = HubSpotBench.ScoreJson($"{id}", "2026-01-01T00:00:00Z", id + 1);
        }

        var snapshot = await bench.Target.FindConfigurationAsync(Token);
        snapshot
            .ShouldNotBeNull()
            .Carried.Count(part => part.Part.EndsWith("(r1)", StringComparison.Ordinal))
            .ShouldBe(205);
    }

    [Theory]
    [InlineData("true", 9)]
    [InlineData("false", 5)]
    public async Task A_draft_is_read_only_where_it_is_asked_for(string draft, int points)
    {
        await using var bench = await HubSpotBench.OpenAsync(
            definition: HubSpotBench.Definition with
            {
                Options = [new("draft", draft)],
            }
        );
        bench.Fake.Scores["1"] = HubSpotBench.ScoreJson("1", "2026-01-01T00:00:00Z", 5);
        bench.Fake.Drafts["1"] = HubSpotBench.ScoreJson("1", "2026-01-01T00:00:00Z", 9);
        var snapshot = await bench.Target.FindConfigurationAsync(Token);
        snapshot.ShouldNotBeNull().Model.ShouldNotBeNull().ShouldContain($"\"points\": {points}");
    }

    [Fact]
    public async Task Reading_writes_nothing()
    {
        await using var bench = await HubSpotBench.OpenAsync(
            definition: HubSpotBench.Definition with
            {
                Options = [new("draft", "true")],
            }
        );
        bench.Fake.Scores["1"] = HubSpotBench.ScoreJson("1", "2026-01-01T00:00:00Z", 5);
        await bench.Target.FindConfigurationAsync(Token);
        bench.Fake.Calls.ShouldNotBeEmpty();
        bench.Fake.Calls.ShouldAllBe(call => call.Method == "GET" && call.Body.Length == 0);
    }

    [Fact]
    public async Task An_account_without_scores_has_an_empty_configuration_and_no_model()
    {
        var snapshot = await SnapshotAsync(_ => { });
        snapshot.Model.ShouldBeNull();
        snapshot.Canonical.ShouldBe("[]");
    }

    [Theory]
    [InlineData(TargetUse.Replay, true)]
    [InlineData(TargetUse.Read, false)]
    public async Task A_token_without_the_scope_can_still_replay(TargetUse use, bool isNull)
    {
        await using var bench = await HubSpotBench.OpenAsync(definition: HubSpotBench.Definition with { Use = use });
        bench.Fake.Add(new("lead-scoring", HubSpotFaultKind.ScopeMissing));
        if (isNull)
        {
            (await bench.Target.FindConfigurationAsync(Token)).ShouldBeNull();
        }
        else
        {
            var thrown = await Should.ThrowAsync<TargetFault>(() => bench.Target.FindConfigurationAsync(Token));
            thrown.Kind.ShouldBe(TargetFaultKind.Refused);
        }
    }

    [Fact]
    public async Task Without_definitions_of_properties_the_rules_say_their_types()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        bench.Fake.Scores["1"] = HubSpotBench.ScoreJson("1", "2026-01-01T00:00:00Z", 5);
        bench.Fake.Add(new("properties", HubSpotFaultKind.ScopeMissing));
        (await bench.Target.FindConfigurationAsync(Token)).ShouldNotBeNull().Model.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_listing_shows_names_as_text_and_every_part_with_its_reason()
    {
        var snapshot = await SnapshotAsync(fake =>
            fake.Scores["1"] = HubSpotBench
                .ScoreJson("1", "2026-01-01T00:00:00Z", 5)
                .Replace("\"Web\"", "\"<b>[x](y)|\"")
        );
        snapshot.Listing.ShouldContain(@"### \<b\>\[x\](y)\| (FIT)");
        snapshot.Listing.ShouldContain("- always 5\n");
        snapshot.Listing.ShouldNotContain("<b>");
        snapshot.Listing.ShouldContain("| exact |");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":"1","name":"x","scoreType":"FIT","objectTypeId":"0-1","groupConfigs":7}""")]
    [InlineData(
        """{"id":"1","name":null,"objectTypeId":"0-1","groupConfigs":[{"groupCategory":"FIT","ruleConfigurations":[{},{"configuration":{"calculation":{"type":7}}},null,5]}]}"""
    )]
    [InlineData(
        """{"id":"1","objectTypeId":"0-1","groupConfigs":[{"groupCategory":"FIT","minValue":9,"maxValue":1,"groupDecay":{"percentToDecayPerInterval":0,"decayIntervalDays":-4},"ruleConfigurations":[{"id":"","configuration":{"calculation":{"type":"MATCH","property":"","matchRules":[{"value":1,"operation":{"operationType":"ENUMERATION","operator":"IS_ANY_OF","values":[]}},{"value":1e20,"operation":{"operationType":"STRING","operator":"IS_EQUAL_TO","value":"a"}}]}}}]}],"outputConfiguration":{"outputs":[{"outputType":"THRESHOLD","categories":["FIT"],"boundaries":[{"label":"a","threshold":1},{"label":"A","threshold":2}]}]}}"""
    )]
    public async Task What_breaks_the_description_breaks_no_more_than_its_own_part(string score)
    {
        var snapshot = await SnapshotAsync(fake =>
        {
            fake.Scores["1"] = HubSpotBench.ScoreJson("1", "2026-01-01T00:00:00Z", 5);
            fake.Drafts["1"] = score;
        });
        ModelTexts.Read(snapshot.Model ?? "{scoreguard: 1, name: none}").ShouldNotBeNull();
    }

    [Fact]
    public async Task Every_configuration_gives_a_model_that_is_accepted()
    {
        await using var bench = await HubSpotBench.OpenAsync(
            definition: HubSpotBench.Definition with
            {
                Options = [new("segment.5", "isCustomer"), new("segment.6", "jobtitle")],
            }
        );
        bench.Fake.Properties.Add(("country", "enumeration", "checkbox"));
        bench.Fake.Properties.Add(("numemployees", "number", "number"));
        var models = 0;
        for (var seed = 0; seed < 500; seed++)
        {
            var maker = new HubSpotScoreMaker(seed);
            bench.Fake.Scores["1"] = maker.Score("1").ToJsonString();
            bench.Fake.Scores["2"] = maker.Score("2").ToJsonString();
            var snapshot = (await bench.Target.FindConfigurationAsync(Token)).ShouldNotBeNull();
            var model = snapshot.Model.ShouldNotBeNull();
            Should.NotThrow(() => ModelTexts.Read(model), $"seed {seed}:\n{model}");
            models += model.Contains("\"points\"", StringComparison.Ordinal) ? 1 : 0;
        }

        models.ShouldBeGreaterThan(400);
    }

    private static async Task<ConfigurationSnapshot> SnapshotAsync(Action<FakeHubSpot> put)
    {
        await using var bench = await HubSpotBench.OpenAsync(
            definition: HubSpotBench.Definition with
            {
                Options = [new("draft", "true")],
            }
        );
        put(bench.Fake);
        return (await bench.Target.FindConfigurationAsync(Token)).ShouldNotBeNull();
    }

    private static async Task<ConfigurationSnapshot> ReadAsync(HubSpotReadingCase reading)
    {
        await using var bench = await HubSpotBench.OpenAsync(definition: reading.Definition());
        reading.PutInto(bench.Fake);
        return (await bench.Target.FindConfigurationAsync(Token)).ShouldNotBeNull();
    }

    /// <summary>What a score document decides of an outcome, in one form.</summary>
    private static string Judged(string outcome) => Judged(JsonDocument.Parse(outcome).RootElement);

    private static string Judged(JsonElement outcome)
    {
        var judged = new JsonObject();
        foreach (var part in Parts.Where(part => outcome.TryGetProperty(part, out _)))
        {
            judged[part] = JsonNode.Parse(outcome.GetProperty(part).GetRawText());
        }

        return judged.ToJsonString();
    }

    private static string Words(CarriedHow how) =>
        how switch
        {
            CarriedHow.Exact => "exact",
            CarriedHow.Approximated => "nearly",
            _ => "left out",
        };
}
