using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ScoreGuard.Testing;
using ScoreGuard.Testing.Generators;
using ScoreGuard.Testing.Oracle;

namespace ScoreGuard.Domain.Tests.Replay;

/// <summary>The engine and the slow, obvious implementation in Testing/Oracle share nothing but the specification.</summary>
public sealed class EngineAgainstOracleTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    [InlineData(2_000_000)]
    [InlineData(3_000_000)]
    public void Outcomes_of_generated_models_are_those_of_the_oracle_to_the_byte(int seed)
    {
        foreach (var generated in AllRandom.Cases(seed, count: 500))
        {
            AssertSame(generated);
        }
    }

    [Fact]
    public void What_differs_from_the_oracle_is_shrunk_to_a_small_case() =>
        Prop.ForAll(GeneratedCases.Arbitrary, AssertSame)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20_261_121, 1));

    private static void AssertSame(GeneratedCase generated) =>
        OutcomeComparison.AssertEqual(
            generated,
            SpecificationOracle.Outcomes(generated.ModelJson, generated.LeadsJsonl, generated.AsOf),
            Encoding.UTF8.GetBytes(Engine.Outcomes(generated.ModelJson, generated.LeadsJsonl, generated.AsOf))
        );
}
