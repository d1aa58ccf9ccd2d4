using System.Collections.Immutable;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>What HubSpot's properties, events and outputs are called in our leads and reports: the workspace's mappings, backwards.</summary>
/// <param name="kinds">Definitions of contact properties; empty: they could not be read.</param>
internal sealed class LeadNames(
    TargetDefinition definition,
    HubSpotOptions options,
    ImmutableDictionary<string, PropertyKind> kinds
)
{
    private static readonly string[] Reserved = ["segment", "stage", "did", "grade", "all", "any", "not"];
    private static readonly string[] ReservedPrefixes = ["visits.", "score.", "label."];

    /// <summary>False: what a property holds is guessed from how rules ask for it.</summary>
    public bool KnowsProperties => !kinds.IsEmpty;

    public PropertyKind? FindKind(string property) => kinds.GetValueOrDefault(property);

    /// <summary>The attribute of a lead that holds a contact property.</summary>
    public string Attribute(string property)
    {
        var ours = FindOurs(definition.Leads.Fields, property) ?? property;
        return
            Array.Exists(Reserved, name => name == ours)
            || Array.Exists(ReservedPrefixes, prefix => ours.StartsWith(prefix, StringComparison.Ordinal))
            ? $"hubspot {ours}"
            : ours;
    }

    /// <summary>The attribute that says whether a lead is in a segment; null: the workspace names none.</summary>
    public string? FindSegment(string id) => options.Segments.GetValueOrDefault(id);

    /// <summary>The activities that happen as an event, each with what it has to carry; empty: none is mapped to it.</summary>
    public ImmutableArray<EventSource> Sources(string eventType)
    {
        var sources = options.Events.TryGetValue(eventType, out var activity)
            ? Mapped(activity).DefaultIfEmpty(new(activity, [], []))
            : Mapped(eventType);
        // No lead has an activity of such a type.
        return [.. sources.Where(source => !IsReserved(source.Activity))];
    }

    /// <summary>The type of an activity that stands for an event that no activity is mapped to.</summary>
    public static string Unmapped(string eventType) => IsReserved(eventType) ? $"hubspot {eventType}" : eventType;

    /// <summary>What reports call a score that HubSpot writes to a property.</summary>
    public string Dimension(string property) => FindOurs(definition.Outcome.Scores, property) ?? property;

    /// <summary>The dimension whose labels HubSpot writes to a property; null: the workspace does not say.</summary>
    public string? FindLabelled(string property) => FindOurs(definition.Outcome.Labels, property);

    /// <summary>Signals by the event's name, or by the activity that an option named for it.</summary>
    private IEnumerable<EventSource> Mapped(string name) =>
        definition
            .Signals.Where(signal =>
                signal.Kind == SignalKind.Event && (signal.Name == name || signal.Activity == name)
            )
            .Select(signal => new EventSource(signal.Activity, signal.Where, signal.Fields));

    private static bool IsReserved(string activity) => activity is "any" or "idle" or "midnight";

    private static string? FindOurs(ImmutableArray<FieldMapping> mappings, string theirs)
    {
        foreach (var mapping in mappings)
        {
            if (mapping.Theirs == theirs)
            {
                return mapping.Ours;
            }
        }

        return null;
    }
}

/// <param name="Type">As HubSpot says: <c>string</c>, <c>number</c>, <c>bool</c>, <c>date</c>, <c>datetime</c>, <c>enumeration</c>.</param>
/// <param name="FieldType">As HubSpot shows it; <c>checkbox</c>: several values at once.</param>
internal sealed record PropertyKind(string Type, string FieldType)
{
    public bool HoldsSeveral => FieldType == "checkbox";

    /// <summary>The type of a field of ours.</summary>
    public string Ours =>
        Type switch
        {
            "number" => "number",
            "bool" => "boolean",
            "date" or "datetime" => "date",
            _ => "text",
        };
}

/// <param name="Where">What the activity has to carry to be this event.</param>
/// <param name="Fields">Properties of the activity by those of the event.</param>
internal sealed record EventSource(
    string Activity,
    ImmutableArray<FieldConstant> Where,
    ImmutableArray<FieldMapping> Fields
)
{
    public string Property(string theirs)
    {
        var ours = Fields.Where(field => field.Theirs == theirs).Select(field => field.Ours).FirstOrDefault(theirs);
        return ours is "all" or "any" or "not" ? $"hubspot {ours}" : ours;
    }
}
