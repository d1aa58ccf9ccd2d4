namespace ScoreGuard.Domain.Models;

/// <summary>Where calendars get their clock changes from. Not the machine: the same model gives the same due on all of them.</summary>
public interface ITimeZones
{
    /// <summary>The zone of an IANA name such as <c>Europe/Berlin</c>, matched exactly; null where there is none.</summary>
    ZoneOffsets? Find(string ianaName);

    /// <summary>Every known name, for "did you mean".</summary>
    IEnumerable<string> Names { get; }
}
