using System.Globalization;
using System.Text;

namespace ScoreGuard.Domain.Tests;

public sealed class InstantTextTests
{
    [Fact]
    public void Every_day_from_1970_to_2100_is_read_as_the_calendar_has_it()
    {
        var day = new DateOnly(1970, 1, 1);
        for (var number = 0L; day.Year <= 2100; number++, day = day.AddDays(1))
        {
            InstantText.TryParse($"{day:yyyy-MM-dd}", out var instant).ShouldBeTrue();
            instant.UnixMilliseconds.ShouldBe(number * Instant.MillisecondsPerDay);
            instant.ToString().ShouldBe($"{day:yyyy-MM-dd}T00:00:00Z");
            var month = DateTime.DaysInMonth(day.Year, day.Month);
            InstantText.TryParse($"{day:yyyy-MM}-{month + 1}", out _).ShouldBeFalse();
        }
    }

    [Fact]
    public void Whatever_byte_stands_wherever_in_the_usual_spelling_it_is_read_as_the_calendar_has_it()
    {
        var usual = "2026-11-28T19:38:47Z"u8.ToArray();
        for (var at = 0; at < usual.Length; at++)
        {
            for (var letter = 0; letter <= byte.MaxValue; letter++)
            {
                byte[] spelling = [.. usual[..at], (byte)letter, .. usual[(at + 1)..]];
                var isInstant =
                    DateTimeOffset.TryParseExact(
                        Encoding.Latin1.GetString(spelling),
                        "yyyy-MM-dd'T'HH:mm:ss'Z'",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.AssumeUniversal,
                        out var expected
                    ) && expected.Year is >= 1970 and <= 2100;

                InstantText.TryParse(spelling, out var instant).ShouldBe(isInstant);
                instant.UnixMilliseconds.ShouldBe(isInstant ? expected.ToUnixTimeMilliseconds() : 0);
            }
        }
    }

    [Theory]
    [InlineData("2026-03-02T09:00Z", "2026-03-02T09:00:00Z")]
    [InlineData("2026-03-02T09:00:01.5Z", "2026-03-02T09:00:01.5Z")]
    [InlineData("2026-03-02T09:00:01.050Z", "2026-03-02T09:00:01.05Z")]
    [InlineData("2026-03-02T23:30:00-14:00", "2026-03-03T13:30:00Z")]
    [InlineData("2026-03-02T00:00:00+05:30", "2026-03-01T18:30:00Z")]
    [InlineData("2100-12-31T23:59:59.999Z", "2100-12-31T23:59:59.999Z")]
    public void An_instant_is_printed_in_UTC(string text, string expected)
    {
        InstantText.TryParse(text, out var instant).ShouldBeTrue();

        instant.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-3-2")]
    [InlineData("2026-03-02T")]
    [InlineData("2026-03-02T09Z")]
    [InlineData("2026-03-02T09:00")]
    [InlineData("2026-03-02 09:00Z")]
    [InlineData("2026-03-02T09:00z")]
    [InlineData("2026-03-02T24:00Z")]
    [InlineData("2026-03-02T09:60Z")]
    [InlineData("2026-03-02T09:00:60Z")]
    [InlineData("2026-03-02T09:00:00.Z")]
    [InlineData("2026-03-02T09:00:00.1234Z")]
    [InlineData("2026-03-02T09:00+14:01")]
    [InlineData("2026-03-02T09:00+05:60")]
    [InlineData("2026-03-02T09:00+0530")]
    [InlineData("1969-12-31")]
    [InlineData("2101-01-01")]
    [InlineData("1970-01-01T00:00+01:00")]
    [InlineData("２026-03-02")]
    public void Anything_else_is_no_instant(string text) => InstantText.TryParse(text, out _).ShouldBeFalse();
}
