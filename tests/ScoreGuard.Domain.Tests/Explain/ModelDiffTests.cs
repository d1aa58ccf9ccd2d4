using ScoreGuard.Domain.Explain;
using ScoreGuard.Testing;

namespace ScoreGuard.Domain.Tests.Explain;

public sealed class ModelDiffTests
{
    /// <summary>What is replaced, by what, the only edit's sentence, and what it touches.</summary>
    public static TheoryData<string, string, string, string> Edits =>
        new()
        {
            { "points: 25", "points: 20", "Rule decision-maker: points 25 → 20.", "decision-maker" },
            {
                "seniority: [C-Level, VP]",
                "seniority: C-Level",
                "Rule decision-maker needs seniority is C-Level, was is C-Level or VP.",
                "decision-maker"
            },
            {
                "points: 25, group: persona",
                "points: 25",
                "Rule decision-maker: group persona → none.",
                "decision-maker"
            },
            {
                "points: 20 }",
                "points: 20, keep: true }",
                "Rule target-account: fires while → for good once.",
                "target-account"
            },
            { "points: 3, enabled: false", "points: 4, enabled: false", "Rule retired: points 3 → 4.", "" },
            { "points: 3, enabled: false", "points: 3", "Rule retired: enabled no → yes.", "retired" },
            {
                "where: { form: demo }",
                "where: { form: [demo, trial] }",
                "Rule demo needs where form is demo or trial, was is demo.",
                "demo"
            },
            {
                "on: form_submit, where: { form: demo },",
                "on: form_submit,",
                "Rule demo no longer needs where form is demo.",
                "demo"
            },
            {
                "limit: { times: 1, per: 1d }",
                "limit: { times: 3, points: 200 }",
                "Rule demo: limit once per 1 day → 3 times and 200 points ever.",
                "demo"
            },
            {
                "count: { atLeast: 2, within: 7d }",
                "count: { atLeast: 2 }",
                "Rule pricing: count occurrence number 2 within 7 days → occurrence number 2.",
                "pricing"
            },
            {
                "decay: { percent: 25, every: 30d }",
                "halfLife: 30d",
                "Rule pricing: ageing losing 25 % every 30 days → halved every 30 days.",
                "pricing"
            },
            {
                "on: idle, after: 30d, every: 30d",
                "on: idle, after: 3d, every: 30d",
                "Rule idle: fires after 30 days without any activity and again every 30 days → after 3 days without any activity and again every 30 days.",
                "idle"
            },
            { "set: 0 }", "multiply: 0.5 }", "Rule floor: points score set to 0 → score times 0.5.", "floor" },
            {
                "id: demo,",
                "id: demo-request,",
                "Rule demo is now called demo-request; it says the same.",
                "demo,demo-request"
            },
            {
                "      - { id: idle, on: idle, after: 30d, every: 30d, points: -10 }\n",
                "",
                "Rule idle was removed from behaviour: -10 points after 30 days without any activity and again every 30 days.",
                "idle"
            },
            {
                "      - { id: idle,",
                "      - { id: click, on: email_click, points: 1, expires: 90d }\n      - { id: idle,",
                "Rule click was added to behaviour: +1 point on email_click, gone after 90 days.",
                "click"
            },
            {
                "score.total: '>= 90'",
                "score.total: '>= 100'",
                "Transition mql needs score total at least 100, was at least 90.",
                "mql"
            },
            { ", score.behaviour: '> 0' }", " }", "Transition mql no longer needs score behaviour above 0.", "mql" },
            {
                "on: sales_accept }",
                "on: sales_accept, when: { country: US } }",
                "Transition accept also needs country is US.",
                "accept"
            },
            { "after: 20d", "after: 10d", "Transition recycle: after 20 days → 10 days.", "recycle" },
            { ", reset: [behaviour] }", " }", "Transition recycle: resets removed behaviour.", "recycle" },
            {
                "Germany, Deutschland",
                "Germany",
                "Field country: synonyms removed Deutschland for DE.",
                "country,enterprise,target,target-account"
            },
            {
                "below: 50",
                "below: 100",
                "Field size: bands added S below 100, removed S below 50.",
                "enterprise,size,target,target-account"
            },
            {
                "match: chief,",
                "match: 'chief|head',",
                "Field seniority: patterns added \"chief|head\" gives C-Level, removed \"chief\" gives C-Level.",
                "decision-maker,seniority"
            },
            {
                "[{ match: chief, value: C-Level }, { match: vp, value: VP }]",
                "[{ match: vp, value: VP }, { match: chief, value: C-Level }]",
                "Field seniority: patterns now in the order \"vp\" gives VP, \"chief\" gives C-Level.",
                "decision-maker,seniority"
            },
            {
                "employees: { type: number }",
                "employees: { type: number, default: 1 }",
                "Field employees: default none → 1.",
                "employees,enterprise,size,target,target-account"
            },
            { "dach: [DE, AT]", "dach: [DE, AT, CH]", "List dach: items added CH.", "dach,target,target-account" },
            {
                "target: { size: L, country: { in: dach } }",
                "target: { size: L }",
                "Segment target no longer needs country is in list dach.",
                "target,target-account"
            },
            { "max: 70", "max: 60", "Score fit: cap 70 → 60.", "fit,hot,mql,total" },
            {
                "persona: { max: 40 }",
                "persona: { max: 50 }",
                "Score fit: groups added persona up to 50, removed persona up to 40.",
                "fit,hot,mql,total"
            },
            {
                "sum: { fit: 1, behaviour: 1 }",
                "sum: { fit: 1, behaviour: 2 }",
                "Score total: sum of added 2 times behaviour, removed behaviour.",
                "hot,mql,total"
            },
            { "hot: 80", "hot: 85", "Labels of total: bands added hot from 85, removed hot from 80.", "hot,total" },
            { "A: 50", "A: 55", "Grade: row bands added A from 55, removed A from 50.", "" },
            {
                "stages: [Inquiry, MQL, Accepted, Recycle]",
                "stages: [Inquiry, MQL, Accepted, Recycle, Lost]",
                "Lifecycle: stages added Lost.",
                "accept,mql,recycle"
            },
            {
                "to: Enterprise DACH",
                "to: Enterprise",
                "Routing rule enterprise: to \"Enterprise DACH\" → Enterprise.",
                "enterprise"
            },
            { ", alert: 5m", "", "Routing rule enterprise: alert 5 minutes → none.", "enterprise" },
            { "default: SDR pool", "default: Nobody", "Routing: default \"SDR pool\" → Nobody.", "mql" },
            { "from: '09:00'", "from: '08:30'", "Calendar business: opens at 09:00 → 08:30.", "business,first-touch" },
            {
                "days: [mon, tue]",
                "days: [mon, tue, wed]",
                "Calendar business: days added Wednesday.",
                "business,first-touch"
            },
            {
                "within: 2h, calendar",
                "within: 4h, calendar",
                "SLA first-touch: within 2 hours → 4 hours.",
                "first-touch"
            },
            { "name: Acme B2B", "name: Acme", "Model: name \"Acme B2B\" → \"Acme\".", "" },
        };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_is_told_in_words_and_says_what_it_touches(
        string old,
        string young,
        string sentence,
        string touches
    )
    {
        var edit = ModelDiff.Between(ModelTexts.Read(DiffYaml.Acme), Edited(old, young)).ShouldHaveSingleItem();
        edit.Sentence.ShouldBe(sentence);
        string.Join(',', edit.Touches).ShouldBe(touches);
    }

    [Fact]
    public void A_rule_that_moves_within_its_score_is_told_by_its_new_neighbour()
    {
        const string demo =
            "      - { id: demo, on: form_submit, where: { form: demo }, points: 100, limit: { times: 1, per: 1d } }\n";
        const string floor = "      - { id: floor, on: midnight, when: { score.behaviour: '< 0' }, set: 0 }\n";
        var moved = DiffYaml
            .Acme.Replace(demo, "", StringComparison.Ordinal)
            .Replace(floor, floor + demo, StringComparison.Ordinal);
        var edit = ModelDiff.Between(ModelTexts.Read(DiffYaml.Acme), ModelTexts.Read(moved)).ShouldHaveSingleItem();
        (edit.Kind, edit.Sentence).ShouldBe((EditKind.Changed, "Rule demo now stands after floor, stood first."));
    }

    [Fact]
    public void A_rule_that_moves_to_another_score_is_still_the_same_rule()
    {
        const string rule = "      - { id: idle, on: idle, after: 30d, every: 30d, points: -10 }\n";
        var moved = DiffYaml
            .Acme.Replace(rule, "", StringComparison.Ordinal)
            .Replace("  behaviour:\n", rule + "  behaviour:\n", StringComparison.Ordinal);
        ModelDiff
            .Between(ModelTexts.Read(DiffYaml.Acme), ModelTexts.Read(moved))
            .ShouldHaveSingleItem()
            .Sentence.ShouldBe("Rule idle: score behaviour → fit.");
    }

    [Fact]
    public void A_note_is_no_part_of_what_a_model_says() =>
        ModelDiff
            .Between(ModelTexts.Read(DiffYaml.Acme), Edited("points: 20 }", "points: 20, note: why }"))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("why", "why")]
    [InlineData("\"line\\nend\"", "line\\u000aend")]
    [InlineData(
        "a note that is longer than any sentence about an edit could bear to carry along",
        "a note that is longer than any sentence about an edit could …"
    )]
    public void A_note_tells_people_which_rule_is_meant(string note, string told) =>
        ModelDiff
            .Between(
                Edited("points: 20 }", $"points: 20, note: {note} }}"),
                Edited("points: 20 }", $"points: 30, note: {note} }}")
            )
            .ShouldHaveSingleItem()
            .Sentence.ShouldEndWith($" ({told}): points 20 → 30.");

    [Fact]
    public void How_a_model_is_written_does_not_matter()
    {
        var rewritten = DiffYaml
            .Acme.Replace("country: { in: dach }", "country: { in: dach, }", StringComparison.Ordinal)
            .Replace("score.total: '>= 90'", "all: [{ score.total: '>= 90.0' }]", StringComparison.Ordinal)
            .Replace("after: 20d", "after: 480h", StringComparison.Ordinal)
            .Replace("lists:", "# shared lists\nlists:", StringComparison.Ordinal);
        ModelDiff.Between(ModelTexts.Read(DiffYaml.Acme), ModelTexts.Read(rewritten)).ShouldBeEmpty();
    }

    [Fact]
    public void A_text_that_looks_like_a_number_is_told_apart_from_the_number()
    {
        var edited = Edited("form: demo }, points", "form: 5 }, points");
        var quoted = Edited("form: demo }, points", "form: '5' }, points");
        ModelDiff
            .Between(edited, quoted)
            .ShouldHaveSingleItem()
            .Sentence.ShouldBe("Rule demo needs where form is \"5\", was is 5.");
    }

    [Fact]
    public void Without_a_lifecycle_all_that_stood_on_it_is_told_as_removed()
    {
        var bare = DiffYaml.Acme[..DiffYaml.Acme.IndexOf("lifecycle:", StringComparison.Ordinal)];
        ModelDiff
            .Between(ModelTexts.Read(DiffYaml.Acme), ModelTexts.Read(bare))
            .Select(edit => $"{edit.Kind} {edit.Area} {edit.Name}")
            .ShouldBe([
                "Removed Lifecycle lifecycle",
                "Removed Transition mql",
                "Removed Transition accept",
                "Removed Transition recycle",
                "Removed Routing routing",
                "Removed Routing enterprise",
                "Removed Routing hot",
                "Removed Calendar business",
                "Removed Sla first-touch",
            ]);
    }

    private static Domain.Models.ScoringModel Edited(string old, string young)
    {
        DiffYaml.Acme.Split(old).Length.ShouldBe(2, $"The text must stand exactly once: {old}");
        return ModelTexts.Read(DiffYaml.Acme.Replace(old, young, StringComparison.Ordinal));
    }
}
