using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Tests;

/// <summary>Cases/diagnostics.cases: a plan that is wrong, and every diagnostic that it gets.</summary>
public sealed class LeadPlanDiagnosticsTests
{
    public static TheoryData<string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string>();
        var text = File.ReadAllText(Path.Combine(Some.FolderOf("Cases"), "diagnostics.cases"));
        foreach (var block in text.Split("\n=== ").Skip(1))
        {
            var lines = block.TrimEnd('\n').Split('\n');
            var arrow = Array.IndexOf(lines, "--->");
            if (arrow < 2 || arrow == lines.Length - 1 || string.IsNullOrWhiteSpace(lines[0]))
            {
                throw new InvalidDataException($"A case needs a name, a plan, ---> and diagnostics: {lines[0]}");
            }

            cases.Add(lines[0], string.Join('\n', lines[1..arrow]), string.Join('\n', lines[(arrow + 1)..]));
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_wrong_plan_gets_all_of_its_diagnostics_at_once(string name, string plan, string expected)
    {
        var head = plan.StartsWith("leadPlan", StringComparison.Ordinal) ? "" : Some.Head;
        var diagnostics = Some.Read(head + plan + "\n") switch
        {
            Parsed<LeadPlan>.Refused refused => refused.Diagnostics,
            Parsed<LeadPlan>.Ok ok => ok.Warnings,
            _ => [],
        };
        string.Join('\n', diagnostics.Select(diagnostic => $"{diagnostic}")).ShouldBe(expected, name);
    }

    [Theory]
    [InlineData("attributes", 1_001, "SG4021: The persona `p` has 1001 attributes; at most 1000 are allowed.")]
    [InlineData("journey", 501, "SG4021: The persona `p` has 501 steps; at most 500 are allowed.")]
    [InlineData("personas", 201, "SG4021: The plan has 201 personas; at most 200 are allowed.")]
    public void A_plan_has_limits(string what, int count, string expected)
    {
        var personas = what switch
        {
            "attributes" => "  p: { share: 1, attributes: { "
                + string.Join(", ", Enumerable.Range(0, count).Select(n => $"a{n}: {{ copy: a{n + 1} }}"))
                + " } }",
            "journey" => "  p: { share: 1, journey: [ "
                + string.Join(", ", Enumerable.Range(0, count).Select(n => $"{{ do: s{n}, if: s{n + 1} }}"))
                + " ] }",
            _ => string.Join('\n', Enumerable.Range(0, count).Select(n => $"  p{n}: {{ share: 1 }}")),
        };
        Some.Read($"{Some.Head}personas:\n{personas}\n")
            .ShouldBeOfType<Parsed<LeadPlan>.Refused>()
            .Diagnostics.Select(diagnostic => $"{diagnostic.Code}: {diagnostic.Message}")
            .ShouldBe([expected]);
    }

    [Fact]
    public void Every_code_of_lead_plans_has_a_case()
    {
        var expected = string.Concat(Cases().Select(row => row.Data.Item3)) + "SG4021";
        LeadPlanCodes
            .Area.Codes.Where(code => string.CompareOrdinal(code.Code, "SG4030") < 0)
            .ShouldAllBe(code => expected.Contains(code.Code, StringComparison.Ordinal));
    }
}
