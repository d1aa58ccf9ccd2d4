using FsCheck;
using FsCheck.Fluent;
using ScoreGuard.Domain.Replay.Points;

namespace ScoreGuard.Domain.Tests.Replay;

public sealed class NumberClassesTests
{
    [Theory]
    [InlineData("0.5 15", 0, 0)]
    [InlineData("0.5 15", 1, 2)]
    [InlineData("0.5 15", 15, 3)]
    [InlineData("0.5 15", 16, 4)]
    [InlineData("-0.5 0.5", 0, 2)]
    [InlineData("-0.5 0.5", -1, 0)]
    [InlineData("9223372036854775807", long.MaxValue, 1)]
    [InlineData("9223372036854775808", long.MaxValue, 0)]
    [InlineData("-9223372036854775809", long.MinValue, 2)]
    [InlineData("", 7, 0)]
    public void A_number_lies_below_on_or_above_each_bound(string bounds, long value, int expected) =>
        new NumberClasses(Decimals(bounds), scale: 1).ClassOf(value).ShouldBe(expected);

    [Fact]
    public void Whole_numbers_of_any_size_and_decimals_fall_into_the_same_class()
    {
        var tenths = Gen.Choose(-60, 60).Select(n => n / 20m);
        var drawn = from bounds in tenths.ListOf() from value in Gen.Choose(-4_000, 4_000) select (bounds, value);
        Prop.ForAll(
                drawn.ToArbitrary(),
                d =>
                {
                    var classes = new NumberClasses(d.bounds, scale: 1000);
                    var expected = classes.ClassOf(d.value / 1000m);
                    return classes.ClassOf((long)d.value) == expected
                        && classes.ClassOf(new System.Numerics.BigInteger(d.value)) == expected;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static IEnumerable<decimal> Decimals(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(t => decimal.Parse(t, System.Globalization.CultureInfo.InvariantCulture));
}
