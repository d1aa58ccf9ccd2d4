using ScoreGuard.Domain.Targets;
using ScoreGuard.FakePlatforms.Marketo;

namespace ScoreGuard.Targets.Tests.Marketo;

public sealed class MarketoConfigurationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Live_campaigns_are_read_with_their_rules_and_others_only_counted()
    {
        var read = await ReadAsync(_ => { });
        read.Model.ShouldBeNull();
        read.Listing.ShouldContain("## Live smart campaigns (2; 1 others are off)");
        read.Listing.ShouldContain("### 501 Score pricing page");
        read.Listing.ShouldContain("- trigger: Visits Web Page");
        read.Listing.ShouldContain("Email Address is; Email Address is (an address)");
        read.Listing.ShouldContain("- Folder 12: {{my.pricing points}} = 15");
        read.Listing.ShouldContain("- leadScore: leadScore (score)");
        read.Listing.ShouldContain("Flow steps and the constraints of triggers cannot be read");
        read.Listing.ShouldNotContain("### 503");
        read.Canonical.ShouldNotContain("@");
        read.Canonical.ShouldNotContain("invalid/#");
    }

    [Fact]
    public async Task Every_live_campaign_and_every_token_is_left_out_of_a_model()
    {
        var read = await ReadAsync(_ => { });
        read.Carried.Select(part => (part.Part, part.How))
            .ShouldBe([
                ("smart campaign 501 Score pricing page", CarriedHow.LeftOut),
                ("smart campaign 502 Decay", CarriedHow.LeftOut),
                ("Folder 12 / token {{my.pricing points}}", CarriedHow.LeftOut),
            ]);
        read.Carried.ShouldAllBe(part => part.Reason.Length > 0);
    }

    [Fact]
    public async Task The_same_configuration_has_the_same_hash_in_any_order_and_after_any_saving()
    {
        var first = await ReadAsync(_ => { });
        var second = await ReadAsync(instance =>
        {
            instance.Campaigns.Reverse();
            instance.Campaigns[0] = instance.Campaigns[0] with { UpdatedAt = "2026-11-21T23:00:00Z+0000" };
            instance.Campaigns[2] = instance.Campaigns[2] with { UpdatedAt = "2026-11-21T23:00:00Z+0000" };
        });
        second.Hash.ShouldBe(first.Hash);
        second.Listing.ShouldContain("last edit 2026-11-21T23:00:00Z+0000");
    }

    public static TheoryData<string> Changes => ["trigger", "filter", "token", "off", "on", "qualification", "field"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Whatever_can_be_read_and_scores_changes_the_hash(string change)
    {
        var before = await ReadAsync(_ => { });
        var after = await ReadAsync(instance => Change(instance, change));
        after.Hash.ShouldNotBe(before.Hash);
    }

    [Fact]
    public async Task Campaigns_are_read_page_by_page()
    {
        var read = await ReadAsync(instance =>
        {
            for (var id = 1_000; id < 1_450; id++)
            {
                instance.Campaigns.Add(new(id, $"Old {id}", "batch", "Never Run", ("Folder", 12)));
            }
        });
        read.Listing.ShouldContain("(2; 451 others are off)");
    }

    [Fact]
    public async Task Only_the_folders_of_the_option_are_read()
    {
        await using var bench = await MarketoBench.StartAsync();
        Fill(bench.Platform.Instance);
        bench.Restart(definition => definition with { Options = [new("list", "1001"), new("folders", "program 34")] });
        var read = (await bench.Target.FindConfigurationAsync(Stop)).ShouldNotBeNull();
        read.Listing.ShouldContain("### 502 Decay");
        read.Listing.ShouldNotContain("### 501");
    }

    [Fact]
    public async Task A_name_cannot_forge_a_line_of_the_listing()
    {
        var read = await ReadAsync(instance =>
            instance.Campaigns[0] = instance.Campaigns[0] with { Name = "x\n## Forged <script>" }
        );
        read.Listing.ShouldNotContain("\n## Forged");
        read.Listing.ShouldNotContain("<script>");
    }

    internal static void Fill(FakeMarketoInstance instance)
    {
        instance.Campaigns.Add(
            new(501, "Score pricing page", "trigger", "Active", ("Folder", 12))
            {
                Triggers = ["Visits Web Page"],
                Filters = [("Email Address", "is", "ceo@example.com")],
            }
        );
        instance.Campaigns.Add(
            new(502, "Decay", "batch", "Recurring Run", ("Program", 34))
            {
                Filters = [("Not Visited Web Page", "in past", "30 days")],
            }
        );
        instance.Campaigns.Add(new(503, "Old", "trigger", "Inactive", ("Folder", 12)));
        instance.Tokens[("Folder", 12)] =
        [
            ("{{my.pricing points}}", "score", "15"),
            ("{{my.greeting}}", "text", "Dear erika@example.com"),
        ];
    }

    private static void Change(FakeMarketoInstance instance, string change)
    {
        var first = instance.Campaigns[0];
        switch (change)
        {
            case "trigger":
                instance.Campaigns[0] = first with { Triggers = ["Clicks Link on Web Page"] };
                break;
            case "filter":
                instance.Campaigns[1] = instance.Campaigns[1] with
                {
                    Filters = [("Not Visited Web Page", "in past", "90 days")],
                };
                break;
            case "token":
                instance.Tokens[("Folder", 12)][0] = ("{{my.pricing points}}", "score", "20");
                break;
            case "off":
                instance.Campaigns[0] = first with { Status = "Inactive" };
                break;
            case "on":
                instance.Campaigns[2] = instance.Campaigns[2] with { Status = "Active" };
                break;
            case "qualification":
                instance.Campaigns[0] = first with { Qualification = "once" };
                break;
            case "field":
                instance.Fields["fitScore"] = "score";
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change, "No such change.");
        }
    }

    private static async Task<ConfigurationSnapshot> ReadAsync(Action<FakeMarketoInstance> change)
    {
        await using var bench = await MarketoBench.StartAsync();
        Fill(bench.Platform.Instance);
        change(bench.Platform.Instance);
        return (await bench.Target.FindConfigurationAsync(Stop)).ShouldNotBeNull();
    }
}
