using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Application.Live;

/// <summary>Puts frozen leads into a platform's terms, or says why that cannot be done.</summary>
internal sealed class LeadTranslation(TargetDefinition target, TargetCapabilities platform, Instant asOf)
{
    /// <summary>What happened within it counts as now where the platform takes no earlier date.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(1);

    /// <param name="line">A frozen lead, which was found free of errors.</param>
    public TranslatedLead Translate(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        var lead = document.RootElement;
        var id = lead.GetProperty("id").GetString()!;
        var signals = ImmutableArray.CreateBuilder<LiveSignal>();
        var reasons = new List<string>();
        foreach (var activity in Activities(lead))
        {
            if (Translate(activity, out var signal) is { } reason)
            {
                reasons.Add(reason);
            }
            else
            {
                signals.Add(signal!);
            }
        }

        return reasons.Count > 0
            ? new NotTestable(id, [.. reasons.Distinct(StringComparer.Ordinal)])
            : new LiveCase(id, Properties(lead), signals.DrainToImmutable());
    }

    private ImmutableArray<TargetProperty> Properties(JsonElement lead)
    {
        var properties = ImmutableArray.CreateBuilder<TargetProperty>();
        properties.AddRange(Constants(target.Leads.Constants));
        if (lead.TryGetProperty("attributes", out var attributes))
        {
            properties.AddRange(Mapped(attributes, target.Leads.Fields));
        }

        return properties.DrainToImmutable();
    }

    /// <summary>By time, those of one instant as in the file.</summary>
    private static IEnumerable<Activity> Activities(JsonElement lead) =>
        lead.TryGetProperty("activities", out var activities)
            ? activities.EnumerateArray().Select(Activity.Read).OrderBy(activity => activity.At.UnixMilliseconds)
            : [];

    /// <returns>Why not; null: it was translated.</returns>
    private string? Translate(Activity activity, out LiveSignal? signal)
    {
        signal = null;
        var mapping = target.Signals.FirstOrDefault(one =>
            one.Activity == activity.Type && one.Where.All(condition => Holds(condition, activity.Properties))
        );
        if (mapping is null && activity.Type != ActivityNames.AttributeChange)
        {
            return $"the activity {Quote.Code(activity.Type)} has no entry under `signals` that fits";
        }

        var kind = mapping?.Kind ?? SignalKind.Update;
        if (platform.Find(kind) is not { } support)
        {
            return $"{platform.Platform} cannot be given `{SignalWords.Of(kind)}`, which {Quote.Code(activity.Type)} needs";
        }

        var ago = target.Discipline.Times == SignalTimes.Now ? TimeSpan.Zero : Ago(activity.At);
        if (!support.BackDated && ago > Recent)
        {
            return $"{platform.Platform} cannot be told that {Quote.Code(activity.Type)} happened more than a day ago";
        }

        signal = new(kind, mapping?.Name ?? "", support.BackDated ? ago : TimeSpan.Zero, Properties(activity, mapping));
        return null;
    }

    private ImmutableArray<TargetProperty> Properties(Activity activity, SignalMapping? mapping)
    {
        if (mapping is null)
        {
            return [.. Mapped(activity.Properties, target.Leads.Fields)];
        }

        var properties = Constants(mapping.Constants).Concat(Mapped(activity.Properties, mapping.Fields)).ToList();
        if (mapping.Kind == SignalKind.Stage && target.Outcome.Stage is { } stage)
        {
            // Stages are called as in reports, here as there.
            if (mapping.Name.Length > 0)
            {
                properties.Add(new(stage.Field, mapping.Name));
            }

            return
            [
                .. properties.Select(property =>
                    property.Name == stage.Field && property.Value is string ours
                        ? property with
                        {
                            Value = stage.ToTheirs(ours),
                        }
                        : property
                ),
            ];
        }

        return [.. properties];
    }

    private TimeSpan Ago(Instant at) => TimeSpan.FromMilliseconds(asOf.UnixMilliseconds - at.UnixMilliseconds);

    private static bool Holds(FieldConstant condition, JsonElement properties) =>
        properties.ValueKind == JsonValueKind.Object
        && properties.TryGetProperty(condition.Theirs, out var value)
        && string.Equals(Text(value)?.Trim(), condition.Value.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };

    private static IEnumerable<TargetProperty> Constants(ImmutableArray<FieldConstant> constants) =>
        constants.Select(constant => new TargetProperty(constant.Theirs, constant.Value));

    private static IEnumerable<TargetProperty> Mapped(JsonElement values, ImmutableArray<FieldMapping> fields)
    {
        if (values.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var field in fields)
        {
            if (values.TryGetProperty(field.Ours, out var value) && TryRead(value, out var read))
            {
                yield return new(field.Theirs, read);
            }
        }
    }

    /// <returns>False for lists and mappings, which no platform's property takes.</returns>
    private static bool TryRead(JsonElement value, out object? read)
    {
        read = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.TryGetDecimal(out var number) ? number : value.GetRawText(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };
        return value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object);
    }

    private readonly record struct Activity(string Type, Instant At, JsonElement Properties)
    {
        public static Activity Read(JsonElement activity)
        {
            _ = InstantText.TryParse(activity.GetProperty("at").GetString()!, out var at);
            return new(
                activity.GetProperty("type").GetString()!,
                at,
                activity.TryGetProperty("properties", out var properties) ? properties : default
            );
        }
    }
}
