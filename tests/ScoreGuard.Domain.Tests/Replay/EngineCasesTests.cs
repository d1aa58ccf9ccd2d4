using ScoreGuard.Testing;

namespace ScoreGuard.Domain.Tests.Replay;

public sealed class EngineCasesTests
{
    public static TheoryData<string> Cases => [.. SpecCases.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Outcomes_are_those_of_the_case(string name)
    {
        var specCase = SpecCases.Get(name);

        var outcomes = Engine.Outcomes(specCase.ModelJson, specCase.LeadsJsonl, specCase.AsOf);

        outcomes.ShouldBe(specCase.Expected, specCase.Pins);
    }
}
