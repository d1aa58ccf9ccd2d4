using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Tests.Models.Reading;

/// <summary>docs/model-guide.md against what the reader does.</summary>
public sealed class ModelGuideTests
{
    private static readonly string Guide = ModelText.Resource("model-guide.md");

    private static readonly string[] Blocks =
    [
        .. Guide.Split("```yaml\n").Skip(1).Select(block => block.Split("```", 2)[0]),
    ];

    [Fact]
    public void The_blocks_of_the_guide_one_after_the_other_are_one_model()
    {
        var model = ModelText.Model(string.Concat(Blocks));
        model.Name.ShouldBe("Acme B2B");
        model.Dimensions.Select(dimension => dimension.Name).ShouldBe(["fit", "behaviour", "total"]);
        model.Slas.ShouldHaveSingleItem();
    }

    [Fact]
    public void Every_section_and_every_key_of_a_rule_is_in_the_guide()
    {
        var keys = ModelShape.Shape.Keys.Concat(RuleShape.Shape.Keys).Select(key => key.Name).ToList();
        keys.Count.ShouldBeGreaterThan(25);
        keys.ShouldAllBe(key =>
            Guide.Contains($"{key}: ", StringComparison.Ordinal)
            || Guide.Contains($"{key}:\n", StringComparison.Ordinal)
            || Guide.Contains($"`{key}`", StringComparison.Ordinal)
        );
    }
}
