namespace ScoreGuard.Synthetic.Tests;

public sealed class ShareTests
{
    private const int Count = 20_000;

    [Fact]
    public void Personas_have_their_shares_in_every_stretch()
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["vp-marketing"] = 0.15,
            ["engineer"] = 0.40,
            ["agency"] = 0.20,
            ["student"] = 0.20,
            ["competitor"] = 0.05,
        };
        var personas = Some.Leads(Some.B2b(Count)).Select(lead => lead.GetProperty("persona").GetString()!).ToList();
        foreach (var (from, length) in new[] { (0, Count), (0, 100), (777, 100), (5_000, 1_000), (19_000, 1_000) })
        {
            foreach (var (persona, share) in shares)
            {
                var found = personas.Skip(from).Take(length).Count(name => name == persona);
                Math.Abs(found - (share * length)).ShouldBeLessThan(5, $"{persona} from {from} on");
            }
        }
    }

    [Theory]
    [InlineData("{ choose: { a: 3, b: 1 } }", "a", 0.75)]
    [InlineData("{ choose: { a: 0, b: 1 } }", "b", 1.0)]
    [InlineData("[a, b, c, d]", "c", 0.25)]
    [InlineData("{ choose: [ { weight: 3, value: a }, b ] }", "b", 0.25)]
    [InlineData("{ value: a, missing: 0.3 }", null, 0.3)]
    [InlineData("{ value: a, missing: 1 }", null, 1.0)]
    [InlineData("{ value: a b, dirty: { upper: 0.2, doubled: 0.1 } }", "A B", 0.2)]
    [InlineData("{ value: a b, dirty: { upper: 0.2, doubled: 0.1 } }", "a  b", 0.1)]
    [InlineData("{ value: 1234567, dirty: { grouped: 0.4 } }", "1,234,567", 0.4)]
    [InlineData("{ number: 1..4 }", "4", 0.25)]
    [InlineData("{ by: locale, cases: { en_US: { choose: { a: 1, b: 4 } } } }", "a", 0.2)]
    public void Values_have_their_shares(string value, string? expected, double share)
    {
        var values = Some.Values(value);
        var found = values.Count(found => found == expected) / (double)values.Count;
        found.ShouldBeInRange(share - 0.04, share + 0.04);
    }

    [Fact]
    public void A_chance_holds_for_steps_and_for_whole_journeys()
    {
        var plan = Some.Plan(
            Some.Head
                + "journeys: { j: [ { do: a }, { do: b } ] }\n"
                + "personas: { p: { share: 1, journeys: { j: 0.3 }, journey: [ { do: c, chance: 0.6 } ] } }\n"
        );
        var leads = Some.Leads(plan);
        leads.ShouldAllBe(lead => lead.Activities("a").Any() == lead.Activities("b").Any());
        (leads.Count(lead => lead.Activities("a").Any()) / 2000.0).ShouldBeInRange(0.26, 0.34);
        (leads.Count(lead => lead.Activities("c").Any()) / 2000.0).ShouldBeInRange(0.56, 0.64);
    }

    [Theory]
    [InlineData("even", 0.5)]
    [InlineData("bell", 0.5)]
    [InlineData("low", 0.25)]
    public void Spreads_have_their_means(string spread, double mean)
    {
        var numbers = Some.Values($"{{ number: 0..1000, spread: {spread} }}").Select(text => int.Parse(text!)).ToList();
        numbers.ShouldAllBe(number => number >= 0 && number <= 1000);
        (numbers.Average() / 1000).ShouldBeInRange(mean - 0.03, mean + 0.03);
    }

    [Fact]
    public void Locales_have_their_shares_and_names_places_and_phones_agree_with_them()
    {
        var leads = Some.Leads(
            Some.PlanOf(
                "    locale: { de: 3, fr: 1 }\n    attributes:\n      country: { fake: country }\n      phone: { fake: phone }\n      l: { text: '{locale}' }"
            )
        );
        leads.ShouldAllBe(lead =>
            lead.Attribute("country") == (lead.Attribute("l") == "de" ? "DE" : "FR")
            && lead.Attribute("phone")!.StartsWith(lead.Attribute("l") == "de" ? "+49 " : "+33 ")
        );
        (leads.Count(lead => lead.Attribute("l") == "fr") / 2000.0).ShouldBeInRange(0.21, 0.29);
    }
}
