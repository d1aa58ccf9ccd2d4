using System.Text.RegularExpressions;
using ScoreGuard.Targets.Mautic.Reading;

namespace ScoreGuard.Targets.Tests.Mautic;

public sealed class GlobTests
{
    /// <summary>As <c>fnmatch</c> of the C library answers without flags.</summary>
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*/pricing", "https://a.example/de/pricing", true)]
    [InlineData("*/pricing", "https://a.example/de/pricing?x", false)]
    [InlineData("a.c", "abc", false)]
    [InlineData("a?c", "a/c", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("A", "a", false)]
    [InlineData("[abc]", "b", true)]
    [InlineData("[!abc]", "b", false)]
    [InlineData("[^abc]", "d", true)]
    [InlineData("[]x]", "]", true)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[abc", "[abc", true)]
    [InlineData(@"\*", "*", true)]
    [InlineData(@"\*", "x", false)]
    [InlineData("a+(b)|c$", "a+(b)|c$", true)]
    [InlineData("a*", "a\nb", true)]
    public void An_address_is_matched_as_by_fnmatch(string glob, string address, bool isTaken) =>
        Glob.Takes(glob, address).ShouldBe(isTaken);

    [Theory]
    [InlineData("*/x_y", "HTTPS://A/x-Y", true)]
    [InlineData("a?c", "abc", false)]
    [InlineData("a?c", "a?c", true)]
    [InlineData("50%off", "50 percent off", true)]
    public void Visits_before_are_matched_as_by_SQL(string glob, string address, bool isTaken) =>
        Regex
            .IsMatch(
                address,
                Glob.ToLikeExpression(glob),
                RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                TimeSpan.FromSeconds(1)
            )
            .ShouldBe(isTaken);
}
