using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Targets.Model;

/// <summary>The IANA time zones that NodaTime brings along, links included: the same on every machine.</summary>
public sealed class TzdbTimeZones : ITimeZones
{
    private static readonly NodaTime.Instant Begin = NodaTime.Instant.FromUtc(1970, 1, 1, 0, 0);
    private static readonly NodaTime.Instant End = NodaTime.Instant.FromUtc(2102, 1, 1, 0, 0);

    private readonly TzdbDateTimeZoneSource source = TzdbDateTimeZoneSource.Default;
    private readonly HashSet<string> names;
    private readonly ConcurrentDictionary<string, ZoneOffsets> read = new(StringComparer.Ordinal);

    public TzdbTimeZones() => names = source.GetIds().ToHashSet(StringComparer.Ordinal);

    public IEnumerable<string> Names => names.Order(StringComparer.Ordinal);

    public ZoneOffsets? Find(string ianaName) =>
        names.Contains(ianaName) ? read.GetOrAdd(ianaName, name => Offsets(source.ForId(name))) : null;

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
