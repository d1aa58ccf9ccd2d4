using System.Text.Json;
using ScoreGuard.Domain.Drift.Traits;

namespace ScoreGuard.Domain.Tests.Drift;

/// <summary>What changed leads have in common that unchanged leads have not.</summary>
public sealed class TraitTallyTests
{
    private static readonly TraitScope Everything = new(null, null);

    [Fact]
    public void An_activity_that_all_changed_leads_and_no_other_have_is_said_with_its_counts()
    {
        var tally = new TraitTally(Everything, 1);
        Add(tally, 13, 0, """{"attributes":{"country":"US"},"activities":[{"type":"webinar_attended"}]}""");
        Add(tally, 17, null, """{"attributes":{"country":"US"},"activities":[{"type":"form_submit"}]}""");

        var expected = new CommonTrait(Trait.Activity("webinar_attended"), 13, 13, 0, 17);
        // That no changed lead has the other activity is no trait: nothing is said of what did not happen.
        tally.Of(0).ShouldBe([expected]);
        tally.OfAllChanged().ShouldBe([expected]);
    }

    [Fact]
    public void The_best_trait_is_said_although_it_is_not_perfect()
    {
        var tally = new TraitTally(Everything, 1);
        Add(tally, 12, 0, """{"activities":[{"type":"webinar"}]}""");
        Add(tally, 1, 0, """{"activities":[]}""");
        Add(tally, 2, null, """{"activities":[{"type":"webinar"}]}""");
        Add(tally, 15, null, """{"activities":[]}""");

        tally.Of(0).ShouldBe([new(Trait.Activity("webinar"), 12, 13, 2, 17)]);
    }

    [Theory]
    // As many of the unchanged ones have it.
    [InlineData(13, 13, 17, 17)]
    // Six in ten more of the changed ones than of the others: too little to go by.
    [InlineData(12, 20, 0, 20)]
    // All of them and none of the others, but three of six leads agree by chance.
    [InlineData(3, 3, 0, 3)]
    // There is nothing to compare with.
    [InlineData(30, 30, 0, 0)]
    public void Nothing_is_said_where_nothing_separates(int having, int changed, int unchangedHaving, int unchanged)
    {
        var tally = new TraitTally(Everything, 1);
        Add(tally, having, 0, """{"activities":[{"type":"webinar"}]}""");
        Add(tally, changed - having, 0, """{"activities":[]}""");
        Add(tally, unchangedHaving, null, """{"activities":[{"type":"webinar"}]}""");
        Add(tally, unchanged - unchangedHaving, null, """{"activities":[]}""");

        tally.Of(0).ShouldBeEmpty();
        tally.OfAllChanged().ShouldBeEmpty();
    }

    [Fact]
    public void A_group_that_is_too_small_by_itself_has_what_all_changed_leads_have_in_common()
    {
        var tally = new TraitTally(Everything, 2);
        Add(tally, 9, 0, """{"activities":[{"type":"webinar"}]}""");
        Add(tally, 1, 1, """{"activities":[{"type":"webinar"}]}""");
        Add(tally, 20, null, """{"activities":[]}""");

        tally.Of(1).ShouldBe([new(Trait.Activity("webinar"), 1, 1, 0, 20)]);
    }

    [Theory]
    [InlineData("""{"country":"DE"}""", """{"country":"US"}""", TraitKind.Value, "DE")]
    [InlineData("""{"country":" DE "}""", """{"country":"US"}""", TraitKind.Value, "DE")]
    [InlineData("""{"country":true}""", """{"country":false}""", TraitKind.Value, "true")]
    [InlineData("""{}""", """{"country":"US"}""", TraitKind.Missing, "")]
    [InlineData("""{"country":""}""", """{"country":"US"}""", TraitKind.Missing, "")]
    [InlineData("""{"country":null}""", """{"country":"US"}""", TraitKind.Missing, "")]
    public void Attributes_are_told_by_their_value_and_by_its_absence(
        string changed,
        string unchanged,
        TraitKind kind,
        string value
    )
    {
        var tally = new TraitTally(Everything, 1);
        Add(tally, 12, 0, $"{{\"attributes\":{changed}}}");
        Add(tally, 18, null, $"{{\"attributes\":{unchanged}}}");

        tally.Of(0).ShouldBe([new(new(kind, "country", "", value), 12, 12, 0, 18)]);
    }

    [Fact]
    public void Numbers_are_told_by_a_threshold_between_values_that_are_all_different()
    {
        var tally = new TraitTally(Everything, 1);
        for (var lead = 1; lead <= 40; lead++)
        {
            Add(tally, 1, lead >= 25 ? 0 : null, $$"""{"attributes":{"employees":{{lead * 10}} } }""");
        }

        tally.Of(0).ShouldBe([new(new(TraitKind.AtLeast, "employees", "", "250"), 16, 16, 0, 24)]);
    }

    [Fact]
    public void A_number_is_the_same_however_it_is_spelled()
    {
        var tally = new TraitTally(Everything, 1);
        Add(tally, 12, null, """{"attributes":{"size":1}}""");
        Add(tally, 12, null, """{"attributes":{"size":1.0}}""");
        Add(tally, 8, 0, """{"attributes":{"size":2}}""");
        Add(tally, 8, 0, """{"attributes":{"size":3}}""");

        tally.Of(0).ShouldBe([new(new(TraitKind.AtLeast, "size", "", "2"), 16, 16, 0, 24)]);
    }

    [Fact]
    public void An_activity_is_told_by_its_property_where_others_have_the_activity_too()
    {
        var tally = new TraitTally(Everything, 1);
        Add(tally, 12, 0, """{"activities":[{"type":"visit","properties":{"page":"/pricing"}}]}""");
        Add(tally, 18, null, """{"activities":[{"type":"visit","properties":{"page":"/blog"}}]}""");

        tally.Of(0).ShouldBe([new(new(TraitKind.ActivityValue, "visit", "page", "/pricing"), 12, 12, 0, 18)]);
    }

    [Fact]
    public void What_the_target_is_not_given_cannot_have_moved_its_scores()
    {
        var tally = new TraitTally(new(["country"], ["country"]), 1);
        Add(
            tally,
            12,
            0,
            """{"attributes":{"shoe":"46"},"activities":[{"type":"visit","properties":{"page":"/pricing"}}]}"""
        );
        Add(
            tally,
            18,
            null,
            """{"attributes":{"shoe":"37"},"activities":[{"type":"visit","properties":{"page":"/blog"}}]}"""
        );

        tally.Of(0).ShouldBeEmpty();
    }

    [Fact]
    public void Memory_is_bounded_however_many_values_and_names_the_leads_bring()
    {
        var tally = new TraitTally(Everything, 1);
        for (var lead = 0; lead < 30_000; lead++)
        {
            var isChanged = lead % 3 == 0;
            Add(
                tally,
                1,
                isChanged ? 0 : null,
                $$"""{"attributes":{"id":"{{lead}}","n{{lead}}":"x"},"activities":[{"type":"t{{lead}}"},{"type":"{{(isChanged ? "webinar" : "call")}}"}]}"""
            );
        }

        tally.Of(0).ShouldBe([new(Trait.Activity("webinar"), 10_000, 10_000, 0, 20_000)]);
        tally.Kept.ShouldBeLessThanOrEqualTo(40_000);
    }

    [Theory]
    [InlineData(13, 13, 0, 17, 1 / 119759850.0)]
    [InlineData(3, 3, 0, 3, 1 / 20.0)]
    [InlineData(2, 3, 1, 3, 10 / 20.0)]
    public void Chance_is_that_of_drawing_leads_blindly(
        int having,
        int leads,
        int unchangedHaving,
        int unchanged,
        double chance
    ) =>
        Separation
            .Chance(new(Trait.Activity("x"), having, leads, unchangedHaving, unchanged))
            .ShouldBe(chance, chance * 1e-9);

    private static void Add(TraitTally tally, int leads, int? group, string json)
    {
        using var lead = JsonDocument.Parse(json);
        for (var count = 0; count < leads; count++)
        {
            tally.Add(lead.RootElement, group);
        }
    }
}
