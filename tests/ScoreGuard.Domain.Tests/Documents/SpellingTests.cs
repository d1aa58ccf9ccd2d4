using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Domain.Tests.Documents;

public sealed class SpellingTests
{
    private static readonly string[] Known = ["country", "points", "startsWith", "MQL", "a", "on"];

    [Theory]
    [InlineData("Country", "country")]
    [InlineData("conutry", "country")]
    [InlineData("point", "points")]
    [InlineData("pionts", "points")]
    [InlineData("starts_with", "startsWith")]
    [InlineData("mlq", "MQL")]
    [InlineData("b", null)]
    [InlineData("no", "on")]
    [InlineData("to", null)]
    [InlineData("population", null)]
    public void The_nearest_name_is_meant_if_it_is_near(string name, string? meant) =>
        Spelling.Nearest(name, Known).ShouldBe(meant);

    [Fact]
    public void A_hint_names_what_is_known_where_nothing_is_near()
    {
        Spelling.Hint("pionts", Known).ShouldBe("; did you mean `points`?");
        Spelling.Hint("x", ["a", "b"]).ShouldBe("; known: `a` and `b`.");
        Spelling.Hint("x", []).ShouldBe("; none is declared.");
        Spelling.Hint("x", [.. Enumerable.Range(100, 100).Select(i => $"name{i}")]).ShouldBe(".");
    }
}
