using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ScoreGuard.Testing;
using ScoreGuard.Testing.Generators;
using ScoreGuard.Testing.Oracle;

namespace ScoreGuard.Domain.Tests.Generators;

public sealed class ShrinkingTests
{
    [Fact]
    public void Shrunk_cases_are_smaller_and_still_scored()
    {
        foreach (var generated in AllRandom.Cases(seed: 300, count: 5))
        {
            foreach (var smaller in Shrinking.Smaller(generated))
            {
                Size(smaller).ShouldBeLessThan(Size(generated));
                Score(smaller).ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public void A_failure_is_shrunk_to_the_part_that_fails()
    {
        var property = Prop.ForAll(
            GeneratedCases.Arbitrary,
            generated => !Score(generated).Contains("SG3001", StringComparison.Ordinal)
        );
        var failed = Should.Throw<Exception>(() =>
            property.Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(17, 19))
        );
        var shrunk = failed.Message[failed.Message.IndexOf("Shrunk:", StringComparison.Ordinal)..];
        // A loop needs a lead, a lifecycle and its transitions; nothing else is left.
        shrunk.ShouldContain("transitions");
        shrunk.ShouldNotContain("\"sla\"");
        shrunk.ShouldNotContain("\"routing\"");
        shrunk.Split("createdAt").Length.ShouldBe(2);
    }

    [Fact]
    public void A_difference_names_the_lead_and_the_first_byte()
    {
        var generated = new GeneratedCase("{\"scoreguard\":1}", "{\"id\":\"A\"}\n\n{\"id\":\"B\"}\n", "2026-01-01");
        var expected = "{\"lead\":\"A\"}\n{\"lead\":\"B\",\"scores\":{\"s\":1}}\n"u8.ToArray();
        var actual = "{\"lead\":\"A\"}\n{\"lead\":\"B\",\"scores\":{\"s\":2}}\n"u8.ToArray();
        OutcomeComparison.AssertEqual(generated, expected, expected);
        Should
            .Throw<OutcomesDifferException>(() => OutcomeComparison.AssertEqual(generated, expected, actual))
            .Message.ReplaceLineEndings("\n")
            .ShouldBe(
                """
                Outcome 2 of 2 differs (there are 2).
                keys:     scores
                expected: {"lead":"B","scores":{"s":1}}
                actual:   {"lead":"B","scores":{"s":2}}
                from:                               ^
                leads:    {"id":"A"}
                          {"id":"B"}
                as of:    2026-01-01
                model:    {"scoreguard":1}
                """.ReplaceLineEndings("\n")
            );
    }

    private static int Size(GeneratedCase generated) => generated.ModelJson.Length + generated.LeadsJsonl.Length;

    private static string Score(GeneratedCase generated) =>
        Encoding.UTF8.GetString(
            SpecificationOracle.Outcomes(generated.ModelJson, generated.LeadsJsonl, generated.AsOf)
        );
}
