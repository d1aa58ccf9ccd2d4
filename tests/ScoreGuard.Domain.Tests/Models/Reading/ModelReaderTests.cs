using ScoreGuard.Domain.Models;
using ScoreGuard.Testing;

namespace ScoreGuard.Domain.Tests.Models.Reading;

public sealed class ModelReaderTests
{
    public static TheoryData<string> Cases => [.. SpecCases.Names];

    public static TheoryData<string> Samples => [.. SampleFiles.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_models_of_the_worked_cases_have_no_errors(string name) =>
        ModelText.Model(SpecCases.Get(name).ModelJson).Name.ShouldNotBeEmpty();

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_models_of_the_samples_have_no_errors(string name) =>
        ModelText.Model(SampleFiles.Read(name, "model.yaml")).Name.ShouldNotBeEmpty();

    [Fact]
    public void Everything_is_in_document_order()
    {
        var model = ModelText.Model(ModelText.Example);
        model
            .Fields.Select(field => field.Name)
            .ShouldBe(["country", "employees", "jobTitle", "seniority", "size", "email", "emailDomain"]);
        model.Dimensions.Select(dimension => dimension.Name).ShouldBe(["fit", "behaviour", "total"]);
        model
            .Dimensions[1]
            .Rules.Select(rule => rule.Id)
            .ShouldBe(["demo-request", "content", "pricing", "click", "webinar", "idle-30", "unsubscribed"]);
        model
            .Lifecycle!.Transitions.Select(transition => transition.Id)
            .ShouldBe(["competitor-out", "mql", "re-mql", "accept", "recycle"]);
        model.Labels.ShouldHaveSingleItem().Bands.ShouldBe([new("cold", null), new("warm", 40), new("hot", 80)]);
    }

    [Theory]
    [InlineData("t: 01234", "01234")]
    [InlineData("t: true", "true")]
    [InlineData("t: 1e3", "1e3")]
    [InlineData("t: .nan", ".nan")]
    [InlineData("t: ' x '", "x")]
    public void A_plain_operand_of_a_text_field_keeps_its_spelling(string when, string text) =>
        Matcher(when).ShouldBe(new Matcher.Equal(new Operand.Text(text)));

    [Theory]
    [InlineData("n: 5.0", "5")]
    [InlineData("n: 1e3", "1000")]
    [InlineData("n: 0x1F", "31")]
    [InlineData("n: '+05'", "5")]
    public void A_number_operand_is_compared_by_value(string when, string number) =>
        ((Operand.Number)Matcher(when).ShouldBeOfType<Matcher.Equal>().Value).Value.ShouldBe(decimal.Parse(number));

    [Theory]
    [InlineData("t: '>= a '", Comparison.GreaterOrEqual, "a")]
    [InlineData("t: '<=a'", Comparison.LessOrEqual, "a")]
    [InlineData("t: '>>a'", Comparison.Greater, ">a")]
    [InlineData("t: '<=>'", Comparison.LessOrEqual, ">")]
    [InlineData("t: '!= !'", Comparison.NotEqual, "!")]
    public void A_text_that_begins_with_a_sign_compares(string when, Comparison sign, string operand) =>
        Matcher(when).ShouldBe(new Matcher.Compare(sign, new Operand.Text(operand)));

    [Theory]
    [InlineData("t: ' >= a'", ">= a")]
    [InlineData("t: '!a'", "!a")]
    [InlineData("t: '=a'", "=a")]
    [InlineData("t: { is: '>= a' }", ">= a")]
    public void Anything_else_is_literal(string when, string text) =>
        Matcher(when).ShouldBe(new Matcher.Equal(new Operand.Text(text)));

    [Theory]
    [InlineData("t: { contains: ' a ' }")]
    [InlineData("t: { contains: \" a \" }")]
    public void Parts_of_texts_are_not_trimmed(string when) => Matcher(when).ShouldBe(new Matcher.Contains(" a "));

    [Theory]
    [InlineData("p: 5", typeof(Operand.Number))]
    [InlineData("p: '5'", typeof(Operand.Text))]
    [InlineData("p: true", typeof(Operand.Boolean))]
    [InlineData("p: 2026-01-01", typeof(Operand.Text))]
    public void A_property_takes_the_type_of_its_operand(string where, Type type) =>
        ((Matcher.Equal)Property(where)).Value.ShouldBeOfType(type);

    [Theory]
    [InlineData("p: '>= 5'", typeof(Operand.Number))]
    [InlineData("p: '!= 5'", typeof(Operand.Number))]
    [InlineData("p: '< 2026-01-01'", typeof(Operand.Date))]
    [InlineData("p: '< true'", typeof(Operand.Text))]
    [InlineData("p: '> 1e3'", typeof(Operand.Text))]
    public void Behind_a_sign_a_text_is_a_number_an_instant_or_itself(string where, Type type) =>
        ((Matcher.Compare)Property(where)).Value.ShouldBeOfType(type);

    [Fact]
    public void Once_is_a_limit_of_one_time()
    {
        var rule = Rule("{ id: a, on: any, points: 1, once: true }").ShouldBeOfType<Rule.OnActivity>();
        rule.Limit.ShouldBe(new RuleLimit(1, null, null));
        rule.On.IsAny.ShouldBeTrue();
    }

    [Fact]
    public void An_idle_rule_without_types_looks_at_all()
    {
        var rule = Rule("{ id: a, on: idle, after: 30d, points: -1 }").ShouldBeOfType<Rule.OnIdle>();
        rule.Of.IsAny.ShouldBeTrue();
        rule.Except.ShouldBeFalse();
        Rule("{ id: a, on: idle, after: 30d, notOf: [x], points: -1 }")
            .ShouldBeOfType<Rule.OnIdle>()
            .Except.ShouldBeTrue();
    }

    private static Matcher Matcher(string when) =>
        ((Criterion.FieldIs)Rule($"{{ id: a, when: {{ {when} }}, points: 1 }}").When!).Matcher;

    private static Matcher Property(string where) =>
        (
            (Criterion.PropertyIs)((Rule.OnActivity)Rule($"{{ id: a, on: x, where: {{ {where} }}, points: 1 }}")).Where!
        ).Matcher;

    private static Rule Rule(string rule) =>
        ModelText
            .Model(
                $"scoreguard: 1\nname: c\nfields: {{ t: {{ type: text }}, n: {{ type: number }} }}\nscores: {{ s: {{ rules: [ {rule} ] }} }}\n"
            )
            .Dimensions[0]
            .Rules[0];
}
