using System.Text;
using ScoreGuard.Testing.Generators;
using ScoreGuard.Testing.Oracle;

namespace ScoreGuard.Domain.Tests.Generators;

public sealed class GeneratorReachTests
{
    /// <summary>Every construct of the specification, by the names of <see cref="Census"/>.</summary>
    private static readonly string[] Constructs =
    [
        .. Named("section", "fields lists segments scores labels grade lifecycle routing calendars sla"),
        .. Named("field", "text number boolean date synonyms default from patterns bands"),
        .. Named("pattern", "match value"),
        .. Named("criterion", "all any not nested segment stage visits did score label grade"),
        .. Named("did", "activity where atLeast within"),
        .. Named(
            "text",
            "equal list empty >= <= > < != is not in contains startsWith endsWith matches between missing"
        ),
        .. Named("number", "equal list empty >= <= > < != is not in between missing"),
        .. Named("date", "equal list empty >= <= > < != is not in between missing"),
        .. Named("boolean", "equal list empty != is not in missing"),
        .. Named("where", "equal list empty >= <= > < != is not contains startsWith matches between missing all any"),
        "text:in named",
        "number:in named",
        "where:in named",
        .. Named("dimension", "start min max unscored groups rules sum"),
        "dimension:sum of sums",
        .. Named("group", "min max"),
        .. Named("on", "type list any idle midnight attribute_change"),
        .. Named("rule", "when where points set multiply limit once count changed expires decay halfLife"),
        .. Named("rule", "keep group enabled note after every of notOf"),
        .. Named("rule", "limit.times limit.points limit.per count.atLeast count.within decay.percent decay.every"),
        .. Named("from", "stage list any"),
        .. Named("transition", "on where when after reset"),
        .. Named("route", "when to alert default"),
        .. Named("sla", "within calendar when restart"),
        .. Named("zone", "Europe/Berlin America/New_York Asia/Kolkata Pacific/Auckland Australia/Lord_Howe"),
    ];

    [Fact]
    public void Two_thousand_cases_hold_every_construct_of_the_specification()
    {
        var counts = AllRandom
            .Cases(seed: 1, count: 2000)
            .SelectMany(Census.OfModel)
            .CountBy(construct => construct)
            .ToDictionary(StringComparer.Ordinal);
        Constructs.Where(construct => counts.GetValueOrDefault(construct) < 10).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"error\":{\"code\":\"SG3001\"")]
    [InlineData("\"status\":\"met\"")]
    [InlineData("\"status\":\"breached\"")]
    [InlineData("\"status\":\"open\"")]
    [InlineData("\"notes\":")]
    [InlineData("\"alertDue\":")]
    [InlineData("\"to\":\"Pool\"}")]
    [InlineData("\"labels\":")]
    [InlineData("\"grade\":")]
    [InlineData(":null")]
    public void Four_hundred_cases_end_in_every_kind_of_outcome(string sign)
    {
        Outcomes.Value.Count(outcome => outcome.Contains(sign, StringComparison.Ordinal)).ShouldBeGreaterThan(5);
    }

    /// <summary>A part, as <see cref="WithoutPart"/> names it, whose removal changes what the leads come to.</summary>
    [Theory]
    [InlineData("synonyms")]
    [InlineData("default < * < fields")]
    [InlineData("from < * < fields")]
    [InlineData("start")]
    [InlineData("unscored")]
    [InlineData("group")]
    [InlineData("min < * < groups")]
    [InlineData("max < * < groups")]
    [InlineData("min < * < scores")]
    [InlineData("max < * < scores")]
    [InlineData("enabled")]
    [InlineData("keep")]
    [InlineData("when < * < rules")]
    [InlineData("where < * < rules")]
    [InlineData("count")]
    [InlineData("within < count")]
    [InlineData("changed")]
    [InlineData("limit")]
    [InlineData("per < limit")]
    [InlineData("times < limit")]
    [InlineData("points < limit")]
    [InlineData("once")]
    [InlineData("expires")]
    [InlineData("decay")]
    [InlineData("halfLife")]
    [InlineData("every < * < rules")]
    [InlineData("of")]
    [InlineData("notOf")]
    [InlineData("when < * < transitions")]
    [InlineData("where < * < transitions")]
    [InlineData("on < * < transitions")]
    [InlineData("after < * < transitions")]
    [InlineData("reset")]
    [InlineData("routing")]
    [InlineData("alert")]
    [InlineData("default < routing")]
    [InlineData("calendar")]
    [InlineData("restart")]
    [InlineData("when < * < sla")]
    [InlineData("within < did")]
    [InlineData("atLeast < did")]
    [InlineData("where < did")]
    [InlineData("missing")]
    [InlineData("not")]
    [InlineData("any")]
    [InlineData("all")]
    [InlineData("segment")]
    [InlineData("grade")]
    public void What_is_generated_makes_a_difference(string part)
    {
        var differences = AllRandom.Cases(seed: 5000, count: 1500).Where(generated => Differs(generated, part)).Take(3);
        differences.Count().ShouldBe(3);
    }

    [Fact]
    public void The_same_seed_makes_the_same_cases()
    {
        AllRandom.Cases(seed: 7, count: 20).ShouldBe(AllRandom.Cases(seed: 7, count: 20));
        AllRandom.Cases(seed: 7, count: 20).Distinct().Count().ShouldBe(20);
    }

    private static readonly Lazy<string[]> Outcomes = new(() =>
        [.. AllRandom.Cases(seed: 1, count: 400).SelectMany(generated => Score(generated).Split('\n'))]
    );

    private static bool Differs(GeneratedCase generated, string part) =>
        WithoutPart.Remove(generated, part) is { } without && Score(without) != Score(generated);

    private static string Score(GeneratedCase generated) =>
        Encoding.UTF8.GetString(
            SpecificationOracle.Outcomes(generated.ModelJson, generated.LeadsJsonl, generated.AsOf)
        );

    private static IEnumerable<string> Named(string kind, string names) =>
        names.Split(' ').Select(name => $"{kind}:{name}");
}
