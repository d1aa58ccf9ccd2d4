using System.Text.RegularExpressions;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Synthetic.Plans;
using ScoreGuard.Synthetic.Reading;

namespace ScoreGuard.Synthetic.Tests;

/// <summary>docs/lead-plans.md and the editor's schema against what the reader does.</summary>
public sealed class LeadPlanDocumentationTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Some.FolderOf("Docs"), "lead-plans.md"));

    [Fact]
    public void The_plan_of_the_documentation_is_one()
    {
        var plan = Text.Split("```yaml\n")[1].Split("```")[0];
        Some.Read(plan).ShouldBeOfType<Parsed<LeadPlan>.Ok>().Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Every_locale_is_documented() =>
        Locales.All.ShouldAllBe(locale => Text.Contains($"`{locale.Name}`", StringComparison.Ordinal));

    [Fact]
    public void Every_key_of_the_schema_is_documented()
    {
        var schema = LeadPlanReader.Schema().ToJsonString();
        var keys = Regex
            .Matches(schema, "\"(?<key>[a-zA-Z]+)\":\\{[^{}]*\"description\"", RegexOptions.NonBacktracking)
            .Select(match => match.Groups["key"].Value)
            .Concat(["choose", "attributes", "personas", "journey", "share", "with", "dirty", "missing"])
            .Distinct(StringComparer.Ordinal)
            .ToList();
        keys.Count.ShouldBeGreaterThan(30);
        keys.ShouldAllBe(key =>
            Text.Contains($"`{key}", StringComparison.Ordinal) || Text.Contains($" {key}: ", StringComparison.Ordinal)
        );
        keys.ShouldAllBe(key => schema.Contains($"\"{key}\":", StringComparison.Ordinal));
    }

    [Fact]
    public void The_schema_refers_only_to_definitions_that_it_has()
    {
        var schema = LeadPlanReader.Schema();
        var definitions = schema["definitions"]!.AsObject().Select(definition => definition.Key).ToList();
        var references = Regex
            .Matches(schema.ToJsonString(), "#/definitions/(?<name>[a-z]+)", RegexOptions.NonBacktracking)
            .Select(match => match.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        references.ShouldNotBeEmpty();
        references.ShouldBeSubsetOf(definitions);
    }

    [Fact]
    public void The_realistic_plan_of_the_tests_has_no_warnings() =>
        Some.Read(Some.B2bText).ShouldBeOfType<Parsed<LeadPlan>.Ok>().Warnings.ShouldBeEmpty();
}
