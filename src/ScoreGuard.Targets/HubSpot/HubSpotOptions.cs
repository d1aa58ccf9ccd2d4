using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.HubSpot;

/// <summary>What a workspace says of HubSpot alone; docs/targets/hubspot.md lists it.</summary>
/// <param name="Draft">Read the draft of a score where it has one. Default false.</param>
/// <param name="Pace">Calls in ten seconds, 60 to 190. Default 190.</param>
/// <param name="Backward">Whether a stage that HubSpot did not take is cleared first and then set. Default true.</param>
/// <param name="Allowed">Signs of a breach that are no breach here.</param>
/// <param name="MustBeEmpty">Further properties that say, by any value, that a record reached somebody.</param>
/// <param name="Segments">Segments by id, each with the attribute that says whether a lead is in it.</param>
/// <param name="Events">Event types by id, each with the activity that it is here.</param>
internal sealed record HubSpotOptions(
    bool Draft,
    int Pace,
    bool Backward,
    ImmutableArray<string> Allowed,
    ImmutableArray<string> MustBeEmpty,
    ImmutableDictionary<string, string> Segments,
    ImmutableDictionary<string, string> Events
)
{
    private const string DraftName = "draft";
    private const string PaceName = "pace";
    private const string BackwardName = "backward";
    private const string AllowName = "allow";
    private const string MustBeEmptyName = "mustBeEmpty";
    private const string SegmentPrefix = "segment.";
    private const string EventPrefix = "event.";

    private static readonly ImmutableArray<string> Names =
    [
        DraftName,
        PaceName,
        BackwardName,
        AllowName,
        MustBeEmptyName,
    ];

    public static HubSpotOptions Default { get; } =
        new(
            Draft: false,
            Pace: 190,
            Backward: true,
            [],
            [],
            ImmutableDictionary<string, string>.Empty,
            ImmutableDictionary<string, string>.Empty
        );

    /// <summary>Reads all options; everything that is wrong with them is told, and the default taken there.</summary>
    public static HubSpotOptions Read(ImmutableArray<TargetOption> options, ICollection<Diagnostic> wrong)
    {
        var read = Default;
        foreach (var option in options)
        {
            var value = option.Value.Trim();
            read = option.Name switch
            {
                DraftName => read with { Draft = Flag(option, wrong) ?? read.Draft },
                BackwardName => read with { Backward = Flag(option, wrong) ?? read.Backward },
                PaceName => read with { Pace = PaceOf(option, wrong) ?? read.Pace },
                AllowName => read with { Allowed = AllowedOf(option, wrong) },
                MustBeEmptyName => read with { MustBeEmpty = Listed(value) },
                _ when IdBehind(SegmentPrefix, option) is { } segment && value.Length > 0 => read with
                {
                    Segments = read.Segments.SetItem(segment, value),
                },
                _ when IdBehind(EventPrefix, option) is { } type && value.Length > 0 => read with
                {
                    Events = read.Events.SetItem(type, value),
                },
                _ => Unknown(option, read, wrong),
            };
        }

        return read;
    }

    private static HubSpotOptions Unknown(TargetOption option, HubSpotOptions read, ICollection<Diagnostic> wrong)
    {
        string[] known = [.. Names, SegmentPrefix + "ID", EventPrefix + "ID"];
        Tell(option, $"HubSpot has no option {Quote.Code(option.Name)}{Spelling.Hint(option.Name, known)}", wrong);
        return read;
    }

    private static bool? Flag(TargetOption option, ICollection<Diagnostic> wrong)
    {
        if (bool.TryParse(option.Value, out var flag))
        {
            return flag;
        }

        Tell(option, $"{Quote.Code(option.Name)} is `true` or `false`.", wrong);
        return null;
    }

    private static int? PaceOf(TargetOption option, ICollection<Diagnostic> wrong)
    {
        if (int.TryParse(option.Value, out var pace) && pace is >= 60 and <= 190)
        {
            return pace;
        }

        Tell(option, $"{Quote.Code(option.Name)} is a number of calls in ten seconds, from 60 to 190.", wrong);
        return null;
    }

    private static ImmutableArray<string> AllowedOf(TargetOption option, ICollection<Diagnostic> wrong)
    {
        var allowed = Listed(option.Value);
        foreach (var name in allowed.Where(name => !Suppression.Signs.Contains(name)))
        {
            Tell(
                option,
                $"{Quote.Code(option.Name)} has {Quote.Code(name)}{Spelling.Hint(name, Suppression.Signs)}",
                wrong
            );
        }

        return allowed;
    }

    private static string? IdBehind(string prefix, TargetOption option) =>
        option.Name.StartsWith(prefix, StringComparison.Ordinal) && option.Name.Length > prefix.Length
            ? option.Name[prefix.Length..]
            : null;

    private static ImmutableArray<string> Listed(string value) =>
        [.. value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static void Tell(TargetOption option, string message, ICollection<Diagnostic> wrong) =>
        wrong.Add(OptionReader.Of($"target.options.{Quote.Plain(option.Name)}", message));
}
