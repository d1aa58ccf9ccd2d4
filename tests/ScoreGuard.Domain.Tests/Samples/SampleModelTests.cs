using ScoreGuard.Domain.Models;
using ScoreGuard.Testing;

namespace ScoreGuard.Domain.Tests.Samples;

public sealed class SampleModelTests
{
    public static TheoryData<string> Samples => [.. SampleFiles.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_rule_of_a_sample_names_its_published_number(string sample) =>
        Model(sample).Dimensions.SelectMany(dimension => dimension.Rules).ShouldAllBe(rule => rule.Note != null);

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_note_of_a_rule_says_the_points_that_the_rule_gives(string sample)
    {
        foreach (var rule in Model(sample).Dimensions.SelectMany(dimension => dimension.Rules))
        {
            if (
                Points(rule) is { } points
                && !rule.Note!.Contains("in steps of", StringComparison.Ordinal)
                && !rule.Note.Contains("0-8", StringComparison.Ordinal)
            )
            {
                rule.Note.ShouldContain(Math.Abs(points).ToString("0"), customMessage: rule.Id);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_readme_of_a_sample_has_every_rule_in_its_table(string sample)
    {
        var readme = SampleFiles.Read(sample, "README.md");
        var table = string.Join('\n', readme.Split('\n').Where(line => line.StartsWith('|')));
        var untold = Model(sample)
            .Dimensions.SelectMany(dimension => dimension.Rules)
            .Where(rule => !IsIn(table, rule.Id))
            .Select(rule => rule.Id);
        untold.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_readme_credits_its_source(string sample) =>
        SampleFiles.Read(sample, "README.md").ShouldContain("**Credit.**");

    private static ScoringModel Model(string sample) => ModelTexts.Read(SampleFiles.Read(sample, "model.yaml"));

    /// <summary>In full, as <c>`-suffix`</c> after the first of a family, or between the ends of a numbered range.</summary>
    private static bool IsIn(string table, string id) =>
        table.Contains($"`{id}`", StringComparison.Ordinal)
        || table.Contains($"`{id[id.LastIndexOf('-')..]}`", StringComparison.Ordinal)
        || (
            id.StartsWith("review-", StringComparison.Ordinal)
            && table.Contains("`review-5` … `review-30`", StringComparison.Ordinal)
        );

    private static decimal? Points(Rule rule) =>
        rule switch
        {
            Rule.Attribute attribute => attribute.Points,
            Rule.OnActivity { Operation: RuleOperation.Add add } => add.Points,
            Rule.OnIdle { Operation: RuleOperation.Add add } => add.Points,
            _ => null,
        };
}
