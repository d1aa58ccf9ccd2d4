using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using ScoreGuard.Domain.Replay.Points;

namespace ScoreGuard.Domain.Tests.Replay;

public sealed class HalfLifeTests
{
    [Theory]
    [InlineData(1000, 0, 1000)]
    [InlineData(1000, 30, 500)]
    [InlineData(1000, 60, 250)]
    [InlineData(1, 30, 1)]
    [InlineData(-1, 30, -1)]
    [InlineData(-1, 60, 0)]
    [InlineData(1000, 15, 707)]
    [InlineData(1_000_000_000_000, 1, 977_159_968_434)]
    [InlineData(1_000_000_000_000, 1230, 0)]
    [InlineData(1_000_000_000_000, 1200, 1)]
    public void Points_halve_every_half_life(long milli, long age, long left) =>
        HalfLife.Left(milli, age, halfLife: 30).ShouldBe(left);

    // r = round(p · 2^(-a/h)) means (2r − 1)^h · 2^a <= (2p)^h · 1 < (2r + 1)^h · 2^a, in whole numbers only.
    [Fact]
    public void What_is_left_is_the_correctly_rounded_power()
    {
        var drawn =
            from points in Gen.Choose(1, 1_000_000)
            from age in Gen.Choose(1, 200)
            from halfLife in Gen.Choose(1, 40)
            select (points, age, halfLife);
        Prop.ForAll(drawn.ToArbitrary(), d => IsCorrectlyRounded(d.points, d.age, d.halfLife))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    private static bool IsCorrectlyRounded(int points, int age, int halfLife)
    {
        var left = HalfLife.Left(points, age, halfLife);
        var twice = BigInteger.Pow(2L * points, halfLife);
        var shift = BigInteger.Pow(2, age);
        return (left == 0 || BigInteger.Pow((2 * left) - 1, halfLife) * shift <= twice)
            && twice < BigInteger.Pow((2 * left) + 1, halfLife) * shift;
    }
}
