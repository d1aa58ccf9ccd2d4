using System.Security.Cryptography;
using System.Text;
using ScoreGuard.Testing;

namespace ScoreGuard.Domain.Tests.Models.Reading;

public sealed class CanonicalFormTests
{
    private const string Model = """
        scoreguard: 1
        name: c
        fields: { zip: { type: text }, n: { type: number }, d: { type: date }, b: { type: boolean } }
        lists: { codes: [01234, 5] }
        scores:
          s:
            min: 0
            max: 70
            rules:
              - { id: a, when: { n: 5, zip: 01234 }, points: 10 }
              - { id: b, on: x, where: { p: '>= 5' }, points: 5, limit: { times: 1, per: 30d } }
        """;

    public static TheoryData<string> Texts =>
        [
            ModelText.Example,
            Model,
            .. SpecCases.All.Select(one => one.ModelJson),
            .. SampleFiles.Names.Select(name => SampleFiles.Read(name, "model.yaml")),
        ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_canonical_form_is_a_model_and_its_own_canonical_form(string text)
    {
        var model = ModelText.Model(text);
        var again = ModelText.Model(model.Canonical);
        again.Canonical.ShouldBe(model.Canonical);
        again.Hash.ShouldBe(model.Hash);
    }

    [Fact]
    public void The_hash_is_that_of_the_canonical_form()
    {
        var model = ModelText.Model(Model);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(model.Canonical)));
        model.Hash.ShouldBe("sha256:" + hash);
    }

    [Theory]
    [InlineData("name: c", "name: \"c\"  # who reads this?")]
    [InlineData("min: 0\n    max: 70", "max: 70.0\n    min: 0")]
    [InlineData("max: 70", "max: 7e1")]
    [InlineData("max: 70", "max: 0x46")]
    [InlineData("per: 30d", "per: 720h")]
    [InlineData("n: 5,", "n: '5.0',")]
    [InlineData("n: 5, zip: 01234", "zip: '01234', n: 5")]
    [InlineData("when: { n: 5, zip: 01234 }", "when: { all: [ { n: 5 }, { zip: 01234 } ] }")]
    [InlineData("points: 10 }", "points: 10, enabled: true, note: a remark }")]
    [InlineData("on: x,", "on: [x],")]
    [InlineData("'>= 5'", "'>=5.00'")]
    public void What_means_the_same_has_the_same_form(string from, string to) =>
        ModelText.Model(Replace(from, to)).Canonical.ShouldBe(ModelText.Model(Model).Canonical);

    [Theory]
    [InlineData("points: 10", "points: 10.001")]
    [InlineData("points: 10", "points: -10")]
    [InlineData("name: c", "name: C")]
    [InlineData("max: 70", "max: 71")]
    [InlineData("n: 5,", "n: 6,")]
    [InlineData("zip: 01234", "zip: 1234")]
    [InlineData("per: 30d", "per: 31d")]
    [InlineData("times: 1", "times: 2")]
    [InlineData("points: 10 }", "points: 10, enabled: false }")]
    [InlineData("{ zip: { type: text }, n: { type: number }", "{ n: { type: number }, zip: { type: text }")]
    [InlineData("'>= 5'", "'> 5'")]
    [InlineData("'>= 5'", "5")]
    public void What_means_something_else_has_another_hash(string from, string to) =>
        ModelText.Model(Replace(from, to)).Hash.ShouldNotBe(ModelText.Model(Model).Hash);

    [Fact]
    public void A_list_of_two_uses_keeps_the_spelling_of_one_and_the_numbers_of_the_other()
    {
        var model = ModelText.Model(Model.Replace("n: 5, zip: 01234", "n: { in: codes }, zip: { in: codes }"));
        model.Canonical.ShouldContain("\"lists\":{\"codes\":[\"01234\",\"5\"],\"codes'\":[1234,5]}");
        model.Canonical.ShouldContain("{\"n\":{\"in\":\"codes'\"},\"zip\":{\"in\":\"codes\"}}");
        ModelText.Model(model.Canonical).Canonical.ShouldBe(model.Canonical);
    }

    [Theory]
    [InlineData("zip: { is: '>= 5' }")]
    [InlineData("zip: { not: { contains: ' a', missing: false } }")]
    [InlineData("zip: ['>= 5', '!x']")]
    [InlineData("d: '< 2026-03-02T01:00:00+01:00'")]
    [InlineData("d: { between: [2026-01-01, 2026-12-31] }")]
    [InlineData("b: '!= yes'")]
    [InlineData("any: [ { n: 1 }, { not: {} } ]")]
    [InlineData("all: [ { n: 1 }, { n: '> 0' } ]")]
    [InlineData(
        "did: { activity: any, where: { p: true, q: ['5', a], r: { between: [2026-01-01, '2026-01-02'] } }, within: 60m }"
    )]
    [InlineData("zip: \"\\u2028\\\"\\\\\\b </script> \\U0001F600\"")]
    public void Every_criterion_survives_its_canonical_form(string criterion)
    {
        var model = ModelText.Model(Model.Replace("n: 5, zip: 01234", criterion));
        ModelText.Model(model.Canonical).Canonical.ShouldBe(model.Canonical);
    }

    private static string Replace(string from, string to)
    {
        Model.ShouldContain(from);
        return Model.Replace(from, to, StringComparison.Ordinal);
    }
}
