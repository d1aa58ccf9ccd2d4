using ScoreGuard.Targets.Model;

namespace ScoreGuard.Domain.Tests.Models;

public sealed class TimeZoneTests
{
    private const long Hour = 3_600_000;

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("US/Pacific")]
    [InlineData("Asia/Calcutta")]
    [InlineData("UTC")]
    public void IANA_names_and_their_links_are_known(string name) =>
        TzdbTimeZones.Instance.Find(name).ShouldNotBeNull();

    [Theory]
    [InlineData("europe/berlin")]
    [InlineData("Europe/Berlin ")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("")]
    public void Other_names_are_not(string name) => TzdbTimeZones.Instance.Find(name).ShouldBeNull();

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", 1)]
    [InlineData("2026-03-29T01:00:00Z", 2)]
    [InlineData("2026-10-25T00:59:59Z", 2)]
    [InlineData("2026-10-25T01:00:00Z", 1)]
    [InlineData("2037-07-01T00:00:00Z", 2)]
    public void The_offset_changes_at_the_instant_of_the_clock_change(string at, int hours)
    {
        InstantText.TryParse(at, out var instant).ShouldBeTrue();
        var periods = TzdbTimeZones.Instance.Find("Europe/Berlin")!.Periods;
        periods.Last(period => period.From <= instant.UnixMilliseconds).Offset.ShouldBe(hours * Hour);
    }

    [Fact]
    public void Periods_ascend_from_the_beginning_of_time()
    {
        var periods = TzdbTimeZones.Instance.Find("America/New_York")!.Periods;
        periods[0].From.ShouldBe(long.MinValue);
        periods.Select(period => period.From).ShouldBeInOrder();
        periods.Zip(periods.Skip(1)).ShouldAllBe(pair => pair.First.Offset != pair.Second.Offset);
    }
}
