using ScoreGuard.Domain.Explain;
using ScoreGuard.Testing;

namespace ScoreGuard.Domain.Tests.Explain;

public sealed class CriterionWordsTests
{
    public static TheoryData<string, string> Criteria =>
        new()
        {
            { "{}", "always" },
            { "{ country: DE }", "country is DE" },
            { "{ country: [DE, US, FR] }", "country is DE, US or FR" },
            { "{ country: United States }", "country is \"United States\"" },
            { "{ country: 'yes' }", "country is \"yes\"" },
            { "{ country: { in: dach } }", "country is in list dach" },
            { "{ country: { not: { in: dach } } }", "country is not in list dach" },
            { "{ country: { not: DE } }", "country is not DE" },
            { "{ country: '!= DE' }", "country is not DE" },
            { "{ country: { not: [DE, AT] } }", "country is none of DE or AT" },
            { "{ country: { missing: true } }", "country is missing" },
            { "{ country: { missing: false } }", "country is known" },
            { "{ country: { startsWith: D, not: DE } }", "country starts with \"D\" and is not DE" },
            { "{ country: { not: { contains: 'a\"b' } } }", "country does not contain \"a\\\"b\"" },
            { "{ country: { matches: '^d' } }", "country matches the pattern \"^d\"" },
            { "{ employees: '>= 50' }", "employees at least 50" },
            { "{ employees: '< 0.5' }", "employees below 0.5" },
            { "{ employees: { between: [1, 10] } }", "employees between 1 and 10" },
            { "{ employees: { not: '> 5' } }", "employees not (above 5)" },
            { "{ customer: true }", "customer is true" },
            { "{ since: '> 2026-01-01' }", "since above 2026-01-01T00:00:00Z" },
            { "{ score.total: '>= 100' }", "score total at least 100" },
            { "{ label.total: hot, stage: MQL }", "label of total is hot and stage is MQL" },
            { "{ visits.MQL: '>= 2' }", "visits to MQL at least 2" },
            { "{ segment: [big, other] }", "is in segment big or other" },
            { "{ not: { segment: big } }", "is not in segment big" },
            {
                "{ any: [{ country: DE }, { country: AT, employees: 5 }] }",
                "country is DE or (country is AT and employees is 5)"
            },
            {
                "{ all: [{ country: DE }, { any: [{ employees: 5 }, { customer: true }] }] }",
                "country is DE and (employees is 5 or customer is true)"
            },
            { "{ not: { country: DE } }", "not (country is DE)" },
            { "{ did: { activity: form_submit } }", "did form_submit" },
            {
                "{ did: { activity: [a, b], where: { form: demo }, atLeast: 2, within: 7d } }",
                "did a or b (form is demo) at least twice within 7 days"
            },
            { "{ did: { activity: any, atLeast: 3 } }", "did any activity at least 3 times" },
        };

    [Theory]
    [MemberData(nameof(Criteria))]
    public void A_criterion_reads_as_people_say_it(string criteria, string words)
    {
        var model = ModelTexts.Read(
            $$"""
            scoreguard: 1
            name: words
            fields:
              country: { type: text }
              employees: { type: number }
              customer: { type: boolean }
              since: { type: date }
            lists: { dach: [DE, AT] }
            segments:
              asked: {{criteria}}
              big: { employees: '> 1000' }
              other: { customer: false }
            scores: { total: { rules: [] } }
            labels: { total: { cold: ~, hot: 80 } }
            lifecycle: { start: Lead, stages: [Lead, MQL] }
            """
        );
        CriterionWords.Of(model.Segments[0].When).ShouldBe(words);
    }

    [Fact]
    public void A_rule_reads_in_one_line() =>
        ModelTexts
            .Read(DiffYaml.Acme)
            .Dimensions.SelectMany(dimension => dimension.Rules)
            .Select(RuleWords.Of)
            .ShouldBe([
                "+25 points while seniority is C-Level or VP, in group persona",
                "+20 points while is in segment target",
                "+3 points while zip is \"01234\" (off)",
                "+100 points on form_submit where form is demo, at most once per 1 day",
                "+8 points on web_visit where page starts with \"/pricing\", from the occurrence number 2 within 7 days, losing 25 % every 30 days",
                "-10 points after 30 days without any activity and again every 30 days",
                "score set to 0 at every midnight if score behaviour below 0",
            ]);
}
