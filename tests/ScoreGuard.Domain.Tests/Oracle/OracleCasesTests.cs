using System.Text;
using ScoreGuard.Testing;
using ScoreGuard.Testing.Oracle;

namespace ScoreGuard.Domain.Tests.Oracle;

public sealed class OracleCasesTests
{
    public static TheoryData<string> Names => [.. SpecCases.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_oracle_gives_the_outcomes_that_are_worked_out_by_hand(string name)
    {
        var specCase = SpecCases.Get(name);
        var outcomes = SpecificationOracle.Outcomes(specCase.ModelJson, specCase.LeadsJsonl, specCase.AsOf);
        Encoding.UTF8.GetString(outcomes).ShouldBe(specCase.Expected, specCase.Pins);
    }

    [Fact]
    public void All_cases_are_there()
    {
        SpecCases.All.Count(specCase => specCase.Name.StartsWith("SpecCases/", StringComparison.Ordinal)).ShouldBe(31);
        SpecCases.All.Select(specCase => specCase.Pins).ShouldAllBe(pins => !string.IsNullOrWhiteSpace(pins));
    }
}
