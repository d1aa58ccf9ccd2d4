using System.Collections.Immutable;
using System.Globalization;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Mautic;

/// <summary>What a workspace says that only Mautic knows.</summary>
/// <param name="Cron">Between two runs of Mautic's scheduled jobs. Default 5 minutes.</param>
/// <param name="CallsPerMinute">At most. Default 300.</param>
/// <param name="PointGroups">Ids of point actions, each with the name of the group that it gives its points to.</param>
internal sealed record MauticOptions(TimeSpan Cron, int CallsPerMinute, ImmutableDictionary<string, string> PointGroups)
{
    private const string CronName = "cron";
    private const string PaceName = "calls-per-minute";
    private const string GroupsName = "point-groups";

    private static readonly string[] Known = [CronName, PaceName, GroupsName];

    public static MauticOptions Read(TargetDefinition definition, ICollection<Diagnostic> wrong)
    {
        foreach (var option in definition.Options)
        {
            if (!Known.Contains(option.Name, StringComparer.Ordinal))
            {
                wrong.Add(
                    Wrong(
                        option.Name,
                        $"Mautic has no option {Quote.Code(option.Name)}{Spelling.Hint(option.Name, Known)}"
                    )
                );
            }
        }

        return new(
            TimeSpan.FromMinutes(Whole(definition, CronName, 5, 1440, wrong)),
            Whole(definition, PaceName, 300, 6000, wrong),
            Groups(definition.FindOption(GroupsName) ?? "", wrong)
        );
    }

    private static int Whole(
        TargetDefinition definition,
        string name,
        int otherwise,
        int most,
        ICollection<Diagnostic> wrong
    )
    {
        if (definition.FindOption(name) is not { } text)
        {
            return otherwise;
        }

        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= 1
            && value <= most
        )
        {
            return value;
        }

        wrong.Add(Wrong(name, $"{Quote.Code(name)} takes a whole number from 1 to {most}, not {Quote.Code(text)}."));
        return otherwise;
    }

    private static ImmutableDictionary<string, string> Groups(string text, ICollection<Diagnostic> wrong)
    {
        var groups = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var entry in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = entry.IndexOf('=', StringComparison.Ordinal);
            var id = at < 0 ? "" : entry[..at].Trim();
            var group = at < 0 ? "" : entry[(at + 1)..].Trim();
            if (id.Length > 0 && id.All(char.IsAsciiDigit) && group.Length > 0)
            {
                groups[id] = group;
            }
            else
            {
                wrong.Add(
                    Wrong(
                        GroupsName,
                        $"{Quote.Code(GroupsName)} takes ids of point actions with their groups, as `12=Fit, 13=Fit`, not {Quote.Code(entry)}."
                    )
                );
            }
        }

        return groups.ToImmutable();
    }

    private static Diagnostic Wrong(string option, string message) =>
        OptionReader.Of($"target.options.{option}", message);
}
