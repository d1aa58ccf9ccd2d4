using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.FakePlatforms;
using ScoreGuard.FakePlatforms.Marketo;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Tests.Marketo;

public sealed class MarketoOpeningTests
{
    private static readonly Uri Url = new("https://123-abc-456.mktorest.com");

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var definition = MarketoBench.Definition with
        {
            Options = [new("lists", "1001"), new("folders", "dir 12"), new("breachFields", "a b")],
            Signals = [new("form", SignalKind.Form, "Demo form", [], [], [])],
        };
        var refused = Open(definition, _ => null).ShouldBeOfType<Parsed<ITarget>.Refused>().Diagnostics;
        refused
            .Select(wrong => wrong.Message)
            .ShouldBe([
                "Set `SCOREGUARD_CONNECTION_MARKETO_URL` to the address of the platform.",
                "Set `SCOREGUARD_CONNECTION_MARKETO_CLIENT_ID`; the connection `marketo` needs it.",
                "Set `SCOREGUARD_CONNECTION_MARKETO_CLIENT_SECRET`; the connection `marketo` needs it.",
                "Marketo has no option `lists`; did you mean `list`?",
                "`a b` is no REST API name of a field; use letters, digits and underscores.",
                "A replay needs `list`: the id of a static list that every synthetic lead joins, for Marketo cannot search for leads of any run.",
                "`dir 12` is no folder; write `folder 12` or `program 34`, with commas between.",
                "`Demo form` is no form; write its id, `1029`, or with a programme, `1029/2045`.",
            ]);
    }

    [Theory]
    [InlineData(SignalKind.Form, "1029", true)]
    [InlineData(SignalKind.Form, "1029/2045", true)]
    [InlineData(SignalKind.Form, "1029/", false)]
    [InlineData(SignalKind.Form, "1/2/3", false)]
    [InlineData(SignalKind.Member, "2045/Attended", true)]
    [InlineData(SignalKind.Member, "2045/Attended / on demand", true)]
    [InlineData(SignalKind.Member, "2045", false)]
    [InlineData(SignalKind.Member, "list/1001", true)]
    [InlineData(SignalKind.Member, "list/x", false)]
    [InlineData(SignalKind.Event, "100001", true)]
    [InlineData(SignalKind.Event, "watchDemo", false)]
    [InlineData(SignalKind.Request, "3712", true)]
    [InlineData(SignalKind.Request, "-1", false)]
    [InlineData(SignalKind.Update, "", true)]
    public void A_signal_names_what_Marketo_knows_by_a_number(SignalKind kind, string name, bool isRight)
    {
        var signal = new SignalMapping("did", kind, name, [], [], [new("primaryAttributeValue", "x")]);
        var opened = Open(MarketoBench.Definition with { Signals = [signal] }, Set);
        (opened is Parsed<ITarget>.Ok).ShouldBe(isRight);
    }

    [Theory]
    [InlineData("email,leadScore")]
    [InlineData("lead score")]
    [InlineData("a&b")]
    public void A_field_that_could_change_a_query_is_refused(string field)
    {
        var definition = MarketoBench.Definition with
        {
            Outcome = MarketoBench.Definition.Outcome with { Expected = [field] },
        };
        Open(definition, Set).ShouldBeOfType<Parsed<ITarget>.Refused>().Diagnostics.ShouldHaveSingleItem();
    }

    [Fact]
    public void An_event_without_its_primary_attribute_is_refused()
    {
        var definition = MarketoBench.Definition with
        {
            Signals = [new("demo", SignalKind.Event, "100001", [], [], [])],
        };
        Open(definition, Set).ShouldBeOfType<Parsed<ITarget>.Refused>();
    }

    [Fact]
    public void Reading_needs_no_list()
    {
        var definition = MarketoBench.Definition with { Use = TargetUse.Read, Options = [], Signals = [] };
        Open(definition, Set).ShouldBeOfType<Parsed<ITarget>.Ok>();
    }

    [Fact]
    public async Task The_address_may_end_as_Marketo_shows_it()
    {
        await using var bench = await MarketoBench.StartAsync();
        var target = bench.Open(new Uri(bench.Platform.Url, "rest"));
        (await target.ObserveAsync(["4711"], TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    private static string? Set(string name) =>
        name.EndsWith("_URL", StringComparison.Ordinal) ? Url.AbsoluteUri
        : name.EndsWith("_CLIENT_ID", StringComparison.Ordinal) ? FakeMarketo.ClientId
        : FakeMarketo.ClientSecret;

    private static Parsed<ITarget> Open(TargetDefinition definition, Func<string, string?> find) =>
        TargetOpening.Open(
            new(definition, MarketoBench.Run, new Connections(find), new MemoryLedger(), TimeProvider.System)
        );
}
