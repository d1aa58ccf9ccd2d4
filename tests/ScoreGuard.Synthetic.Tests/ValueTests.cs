using System.Text.RegularExpressions;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Tests;

public sealed class ValueTests
{
    [Theory]
    [InlineData("{ number: -5..5 }", "^-?[0-5]$")]
    [InlineData("{ number: 0.5..2, decimals: 1 }", @"^(0\.[5-9]|1(\.[1-9])?|2)$")]
    [InlineData("{ date: 1d..30d before asOf }", "^2026-0[23]-[0-9]{2}$")]
    [InlineData("{ date: 2020-01-01..2020-12-31, format: instant }", "^2020-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z$")]
    [InlineData("{ date: 2020-05-06..2020-05-06, format: dmy }", @"^06\.05\.2020$")]
    [InlineData("{ date: 2020-05-06..2020-05-06, format: mdy }", "^05/06/2020$")]
    [InlineData("{ text: '{lead.number} {persona} {{x}}' }", "^[0-9]+ lead [{]x[}]$")]
    [InlineData("{ text: '{lead.id}' }", "^L[0-9]{5}$")]
    [InlineData("{ fake: country, as: { code: 1, code3: 1, name: 1 } }", "^(US|USA|United States)$")]
    [InlineData("{ fake: country, locale: de, as: native }", "^Deutschland$")]
    [InlineData("{ fake: phone }", @"^\+1 [0-9]{3} 555 01[0-9]{2}$")]
    [InlineData("{ fake: phone, as: national, locale: de }", "^0[0-9]{2,3} [0-9]{4,5} [0-9]{3}$")]
    [InlineData("{ fake: phone, as: compact, locale: en_GB }", "^[+]44[0-9]{10}$")]
    [InlineData("{ fake: postcode, locale: en_GB }", "^[A-Z]{2}[0-9]{1,2} [0-9][A-Z]{2}$")]
    public void Values_have_the_form_that_the_plan_asks_for(string value, string pattern) =>
        Some.Values(value).ShouldAllBe(found => Regex.IsMatch(found!, pattern, RegexOptions.NonBacktracking));

    [Fact]
    public void Every_locale_can_invent_everything()
    {
        foreach (var locale in Locales.All)
        {
            foreach (
                var kind in new[]
                {
                    "firstName",
                    "lastName",
                    "fullName",
                    "company",
                    "jobTitle",
                    "city",
                    "state",
                    "street",
                    "postcode",
                    "country",
                    "phone",
                }
            )
            {
                var values = Some.Values($"{{ fake: {kind}, locale: {locale.Name} }}");
                values.ShouldAllBe(value => value != null && value.Trim().Length > 0, $"{kind} of {locale.Name}");
                values.ShouldAllBe(value => !value!.Contains('#') && !value.Contains('{'), $"{kind} of {locale.Name}");
                if (kind != "country")
                {
                    values.Distinct().Count().ShouldBeGreaterThan(5, $"{kind} of {locale.Name}");
                }
            }
        }
    }

    [Fact]
    public void A_reference_sees_a_value_before_its_dirt()
    {
        const string Others = "      a: { value: Acme Inc, missing: 0.5, dirty: { upper: 0.5 } }\n";
        Some.Values("{ copy: a }", Others).ShouldAllBe(value => value == "Acme Inc");
        Some.Values("{ email: 'x@{a}.example' }", Others).ShouldAllBe(value => value == "x@acme-inc.example");
        Some.Values("{ by: a, cases: { ACME INC: yes, else: no } }", Others).ShouldAllBe(value => value == "yes");
    }

    [Fact]
    public void References_may_look_ahead() =>
        Some.Leads(Some.PlanOf("    attributes:\n      a: { text: '<{b}>' }\n      b: { number: 1..1000 }"))
            .ShouldAllBe(lead => lead.Attribute("a") == $"<{lead.Attribute("b")}>");

    [Fact]
    public void A_copy_keeps_its_type_and_what_is_missing_stays_missing()
    {
        var leads = Some.Leads(
            Some.PlanOf("    attributes:\n      a: [1, 2, ~, one]\n      b: { copy: a }\n      c: { text: '<{a}>' }")
        );
        leads.Select(lead => lead.Attribute("a")).Distinct().Count().ShouldBe(4);
        foreach (var lead in leads)
        {
            var attributes = lead.GetProperty("attributes");
            attributes.TryGetProperty("b", out var copy).ShouldBe(attributes.TryGetProperty("a", out var value));
            copy.ValueKind.ShouldBe(value.ValueKind);
            lead.Attribute("c").ShouldBe($"<{lead.Attribute("a")}>");
        }
    }

    [Fact]
    public void A_personas_attribute_replaces_the_plans_in_its_place()
    {
        var plan = Some.Plan(
            Some.Head
                + "attributes: { a: 1, b: 2 }\npersonas: { p: { share: 1, attributes: { c: 3, a: 4 } }, q: { share: 1 } }\n"
        );
        var leads = Some.Leads(plan);
        leads
            .Select(lead => lead.GetProperty("attributes").GetRawText())
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(["{\"a\":1,\"b\":2}", "{\"a\":4,\"b\":2,\"c\":3}"]);
    }

    [Theory]
    [InlineData("{ value: Ana, blank: 1 }", "", "  ")]
    [InlineData("{ value: Ana, dirty: { lower: 1 } }", "ana")]
    [InlineData("{ value: größe, dirty: { upper: 1 } }", "GRÖßE")]
    [InlineData("{ value: Ana, dirty: { spaces: 1 } }", " Ana", "Ana ", "\tAna", "  Ana ")]
    [InlineData("{ value: -12345.5, dirty: { grouped: 1 } }", "-12,345.5")]
    [InlineData("{ value: -123.5, dirty: { grouped: 1 } }", "-123.5")]
    [InlineData("{ value: 12, dirty: { upper: 1 } }", "12")]
    public void Dirt_looks_as_described(string value, params string[] expected) =>
        Some.Values(value).Distinct().Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal));

    [Fact]
    public void A_quoted_number_is_a_text() =>
        Some.Leads(Some.PlanOf("    attributes: { x: { number: 5..9, dirty: { quoted: 1 } } }"))
            .ShouldAllBe(lead => lead.GetProperty("attributes").GetProperty("x").GetString()!.Length == 1);
}
