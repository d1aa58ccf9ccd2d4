using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Targets.Model;

/// <summary>The IANA time zones that NodaTime brings along, links included: the same on every machine.</summary>
public sealed class TzdbTimeZones : ITimeZones
{
    /// <summary>One for all: it is immutable to its users, and reads each zone once.</summary>
    public static readonly TzdbTimeZones Instance = new();

    private static readonly NodaTime.Instant Begin = NodaTime.Instant.FromUtc(1970, 1, 1, 0, 0);
    private static readonly NodaTime.Instant End = NodaTime.Instant.FromUtc(2102, 1, 1, 0, 0);

    // Read when a calendar first asks: most models have none, and a cold start would wait for it.
    private readonly Lazy<HashSet<string>> names = new(() => Source.GetIds().ToHashSet(StringComparer.Ordinal));
    private readonly ConcurrentDictionary<string, ZoneOffsets> read = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => names.Value.Order(StringComparer.Ordinal);

    public ZoneOffsets? Find(string ianaName) =>
        names.Value.Contains(ianaName) ? read.GetOrAdd(ianaName, name => Offsets(Source.ForId(name))) : null;

    private static TzdbDateTimeZoneSource Source => TzdbDateTimeZoneSource.Default;

    private static ZoneOffsets Offsets(DateTimeZone zone)
    {
        var periods = ImmutableArray.CreateBuilder<ZoneOffsets.Period>();
        foreach (var interval in zone.GetZoneIntervals(Begin, End))
        {
            var offset = interval.WallOffset.Milliseconds;
            if (periods.Count == 0)
            {
                periods.Add(new(long.MinValue, offset));
            }
            else if (periods[^1].Offset != offset)
            {
                periods.Add(new(interval.Start.ToUnixTimeMilliseconds(), offset));
            }
        }

        return new(periods.ToImmutable());
    }
}
