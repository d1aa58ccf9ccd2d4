using System.Text.RegularExpressions;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Tests;

public sealed class AddressTests
{
    [Theory]
    [InlineData("Jürgen", "Müller & Söhne GmbH", "juergen@mueller-soehne-gmbh.example")]
    [InlineData("O'Neil", "A.B.C., Inc.", "oneil@abc-inc.example")]
    [InlineData("Łukasz Ñandú", "Straße ÆØÅ", "lukasz-nandu@strasse-aeoa.example")]
    [InlineData("<b>\"x\"</b>", "a@b.com", "b-x-b@a-bcom.example")]
    [InlineData("太郎", "株式会社", "l1@l1.example")]
    [InlineData(
        "Abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
        "-- a --",
        "abcdefghijklmnopqrstuvwxyzab@a.example"
    )]
    public void Every_part_is_made_fit_for_an_address(string name, string company, string expected)
    {
        var plan = Plan(new ValuePlan.Text(name), new ValuePlan.Text(company));
        Some.Leads(plan)[0].Attribute("email").ShouldBe(expected);
    }

    [Fact]
    public void Generated_addresses_are_at_reserved_domains_and_well_formed()
    {
        var form = new Regex(
            @"^[a-z0-9.-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+example$",
            RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
        );
        var addresses = Some.Leads(Some.B2b(count: 20_000)).Select(lead => lead.Attribute("email")!).ToList();
        addresses.ShouldAllBe(address => form.IsMatch(address));
        addresses.Distinct().Count().ShouldBeGreaterThan(15_000);
    }

    [Fact]
    public void No_line_holds_an_address_at_any_other_domain() =>
        Some.Lines(new(Some.B2b(count: 5000)), 1, 5000)
            .Split('\n')
            .ShouldAllBe(line => !ReservedDomains.HasForeignAddress(line));

    [Theory]
    [InlineData("a@example.com", false)]
    [InlineData("a@mail.example.com", false)]
    [InlineData("a@b.EXAMPLE", false)]
    [InlineData("a@b.test and c@d.invalid", false)]
    [InlineData("no address at all", false)]
    [InlineData("@handle.com", false)]
    [InlineData("a@gmail.com", true)]
    [InlineData("a@fooexample.com", true)]
    [InlineData("a@b.example and c@d.de", true)]
    [InlineData("<a@example.co>", true)]
    [InlineData("ä@ö.de", true)]
    public void Only_reserved_domains_are_nobodys(string text, bool foreign) =>
        ReservedDomains.HasForeignAddress(text).ShouldBe(foreign);

    private static LeadPlan Plan(ValuePlan name, ValuePlan company)
    {
        var plan = Some.PlanOf("    attributes: { name: ~, company: ~, email: { email: '{name}@{company}.example' } }");
        var persona = plan.Personas[0];
        return plan with
        {
            Count = 1,
            Personas =
            [
                persona with
                {
                    Attributes =
                    [
                        persona.Attributes[0] with
                        {
                            Value = name,
                        },
                        persona.Attributes[1] with
                        {
                            Value = company,
                        },
                        persona.Attributes[2],
                    ],
                },
            ],
        };
    }
}
