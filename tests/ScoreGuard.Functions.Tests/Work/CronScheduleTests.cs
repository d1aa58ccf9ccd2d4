using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ScoreGuard.Functions.Standalone;

namespace ScoreGuard.Functions.Tests.Work;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("0 0 5 * * *", "2026-03-10T04:59:59", "2026-03-10T05:00:00")]
    [InlineData("0 0 5 * * *", "2026-03-10T05:00:00", "2026-03-11T05:00:00")]
    [InlineData("*/15 * * * * *", "2026-03-10T05:00:46", "2026-03-10T05:01:00")]
    [InlineData("0 30 8-10 * * 1-5", "2026-03-13T10:30:00", "2026-03-16T08:30:00")]
    [InlineData("0 0 0 29 2 *", "2026-03-01T00:00:00", "2028-02-29T00:00:00")]
    [InlineData("0 0 0 29 2 *", "2096-03-01T00:00:00", "2104-02-29T00:00:00")]
    [InlineData("0 0 0 31 * *", "2026-03-31T00:00:00", "2026-05-31T00:00:00")]
    [InlineData("59 59 23 31 12 *", "2026-12-31T23:59:59", "2027-12-31T23:59:59")]
    [InlineData("0 0 0 1 1,7 *", "2026-01-01T00:00:00", "2026-07-01T00:00:00")]
    [InlineData("0 5-59/20 * * * *", "2026-03-10T05:05:00", "2026-03-10T05:25:00")]
    [InlineData("0 0 0 13 * 5", "2026-03-13T00:00:00", "2026-11-13T00:00:00")]
    [InlineData("0 0 0 * * Mon", "2026-03-10T00:00:00", "2026-03-16T00:00:00")]
    [InlineData("0 0 0 1 Jan *", "2026-03-10T00:00:00", "2027-01-01T00:00:00")]
    [InlineData("0 0 0 * * 0", "2026-03-10T00:00:00", "2026-03-15T00:00:00")]
    public void The_next_occurrence_is_the_first_second_after_that_holds(string text, string after, string next) =>
        CronSchedule.TryParse(text).ShouldNotBeNull().Next(Utc(after)).ShouldBe(Utc(next));

    [Fact]
    public void An_instant_with_an_offset_is_looked_at_in_UTC() =>
        CronSchedule
            .TryParse("0 0 5 * * *")!
            .Next(new(2026, 3, 10, 6, 30, 0, TimeSpan.FromHours(2)))
            .ShouldBe(Utc("2026-03-10T05:00:00"));

    [Theory]
    [InlineData("0 0 0 31 2 *")]
    [InlineData("0 0 0 30 Feb *")]
    public void A_day_that_never_comes_has_no_occurrence(string text) =>
        CronSchedule.TryParse(text)!.Next(Utc("2026-03-10T00:00:00")).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("0 0 5 * *")]
    [InlineData("0 0 5 * * * *")]
    [InlineData("60 0 5 * * *")]
    [InlineData("0 60 5 * * *")]
    [InlineData("0 0 24 * * *")]
    [InlineData("0 0 5 0 * *")]
    [InlineData("0 0 5 32 * *")]
    [InlineData("0 0 5 * 13 *")]
    [InlineData("0 0 5 * * 7")]
    [InlineData("0 0 5 * * -1")]
    [InlineData("0 0 5 * * x")]
    [InlineData("0 0 five * * *")]
    [InlineData("@daily")]
    [InlineData("00:05:00")]
    public void What_is_no_schedule_is_none(string text) => CronSchedule.TryParse(text).ShouldBeNull();

    [Fact]
    public void Any_schedule_fires_when_a_walk_second_by_second_says_so()
    {
        var property = Prop.ForAll(
            Schedules().ToArbitrary(),
            Gen.Choose(0, 86_400 * 400).ToArbitrary(),
            (fields, offset) =>
            {
                var after = Utc("2027-12-01T00:00:00").AddSeconds(offset);
                var text = string.Join(' ', fields.Select(field => field.Text));
                var next = CronSchedule.TryParse(text).ShouldNotBeNull(text).Next(after);
                var walked = Walk(fields, after);
                if (walked is { } found)
                {
                    next.ShouldBe(found, $"{text} after {after:O}");
                }
                else
                {
                    (next is null || next > after.AddSeconds(Span)).ShouldBeTrue($"{text} after {after:O}: {next:O}");
                }
            }
        );
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20260310, 1), property);
    }

    /// <summary>How far the walk goes: two days, in seconds.</summary>
    private const int Span = 2 * 86_400;

    private static DateTimeOffset? Walk(FieldText[] fields, DateTimeOffset after)
    {
        for (var second = 1; second <= Span; second++)
        {
            var at = after.AddSeconds(second);
            int[] values = [at.Second, at.Minute, at.Hour, at.Day, at.Month, (int)at.DayOfWeek];
            if (fields.Zip(values).All(pair => pair.First.Values.Contains(pair.Second)))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>
    /// One second a minute: where a minute has several, NCrontab, and so Azure Functions, may leave out the first ones of a
    /// minute in another hour.
    /// </summary>
    private static Gen<FieldText[]> Schedules() =>
        from second in Gen.Choose(0, 59).Select(value => new FieldText($"{value}", [value]))
        from minute in Field(0, 59)
        from hour in Field(0, 23)
        from day in Field(1, 31)
        from month in Field(1, 12)
        from weekday in Field(0, 6)
        select (FieldText[])[second, minute, hour, day, month, weekday];

    private static Gen<FieldText> Field(int least, int most)
    {
        var all = Gen.Constant(new FieldText("*", [.. Enumerable.Range(least, most - least + 1)]));
        var one = Gen.Choose(least, most).Select(value => new FieldText($"{value}", [value]));
        var range =
            from first in Gen.Choose(least, most)
            from last in Gen.Choose(first, most)
            select new FieldText($"{first}-{last}", [.. Enumerable.Range(first, last - first + 1)]);
        var stepped =
            from of in Gen.OneOf(all, range)
            from step in Gen.Choose(1, most)
            select new FieldText(
                $"{of.Text}/{step}",
                [.. of.Values.Where(value => (value - of.Values[0]) % step == 0)]
            );
        var list =
            from left in Gen.OneOf(one, range)
            from right in Gen.OneOf(one, range)
            select new FieldText($"{left.Text},{right.Text}", [.. left.Values, .. right.Values]);
        return Gen.Frequency((6, all), (1, one), (2, range), (2, stepped), (2, list));
    }

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>A field, and every value that it holds for.</summary>
    private sealed record FieldText(string Text, int[] Values);
}
