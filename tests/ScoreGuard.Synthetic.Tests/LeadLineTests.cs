using System.Text.Json;
using ScoreGuard.Domain;

namespace ScoreGuard.Synthetic.Tests;

/// <summary>Generated lines against section 1 of the model specification.</summary>
public sealed class LeadLineTests
{
    private static readonly DateTimeOffset AsOf = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<JsonElement> Leads = Some.Leads(Some.B2b(count: 5000));

    [Fact]
    public void Every_lead_has_an_id_of_one_width_in_order() =>
        Leads
            .Select(lead => lead.GetProperty("id").GetString())
            .ShouldBe(Enumerable.Range(1, Leads.Count).Select(number => $"L{number:D5}"));

    [Fact]
    public void Ids_grow_wider_with_the_count() => Some.B2b(count: 1_000_000).IdOf(17).ShouldBe("L0000017");

    [Fact]
    public void Every_lead_is_created_at_or_before_asOf() =>
        Leads.ShouldAllBe(lead => lead.CreatedAt() <= AsOf && lead.CreatedAt() >= AsOf.AddDays(-120));

    [Fact]
    public void Every_activity_lies_between_creation_and_asOf()
    {
        Leads.Sum(lead => lead.Activities().Count()).ShouldBeGreaterThan(Leads.Count);
        foreach (var lead in Leads)
        {
            lead.Activities().ShouldAllBe(activity => activity.At() >= lead.CreatedAt() && activity.At() <= AsOf);
        }
    }

    [Fact]
    public void Activities_are_in_order_of_time()
    {
        foreach (var lead in Leads)
        {
            lead.Activities().Select(Some.At).ShouldBeInOrder();
        }
    }

    [Fact]
    public void Every_instant_has_the_form_of_the_specification()
    {
        var instants = Leads
            .Select(lead => lead.GetProperty("createdAt"))
            .Concat(Leads.SelectMany(lead => lead.Activities().Select(activity => activity.GetProperty("at"))));
        foreach (var instant in instants)
        {
            InstantText.TryParse(instant.GetString(), out _).ShouldBeTrue(instant.GetString());
        }
    }

    [Fact]
    public void Every_lead_carries_its_persona() =>
        Leads
            .Select(lead => lead.GetProperty("persona").GetString())
            .Distinct()
            .Order()
            .ShouldBe(["agency", "competitor", "engineer", "student", "vp-marketing"]);

    [Fact]
    public void Hostile_text_stays_text()
    {
        const string Hostile = "\"}\\n\u0001<script>alert('x')</script> =1+1 \t\u2028 Ünïcødé 日本 😀\\";
        var quoted = JsonSerializer.Serialize(Hostile);
        var lead = Some.Leads(
            Some.PlanOf(
                $"    attributes:\n      {quoted}: {quoted}\n    journey: [ {{ do: {quoted}, with: {{ {quoted}: {quoted} }} }} ]"
            )
        )[0];
        lead.Attribute(Hostile).ShouldBe(Hostile);
        var activity = lead.Activities(Hostile).ShouldHaveSingleItem();
        activity.GetProperty("properties").GetProperty(Hostile).GetString().ShouldBe(Hostile);
    }
}
