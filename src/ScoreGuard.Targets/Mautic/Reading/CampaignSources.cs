using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>How leads get into a campaign.</summary>
internal sealed class CampaignSources(
    MauticConfiguration configuration,
    LeadMapping leads,
    FormOccasions forms,
    SignalOccasions occasions
)
{
    private readonly SegmentCriteria _segments = new(leads);

    /// <summary>By what activities, by what attributes, and why something is missing.</summary>
    public (ImmutableArray<Occasion> Happening, JsonObject? Criteria, ImmutableArray<string> Missing) Of(
        JsonElement campaign,
        ModelDraft draft
    )
    {
        var happening = ImmutableArray.CreateBuilder<Occasion>();
        var criteria = new List<JsonObject>();
        var missing = ImmutableArray.CreateBuilder<string>();
        var formIds = campaign.Find("forms").Ids();
        if (formIds.Count > 0)
        {
            happening.AddRange(forms.Of(formIds));
        }

        foreach (var id in campaign.Find("lists").Ids())
        {
            var segment = configuration.Find(MauticList.Segments, id);
            var members = Called(SignalKind.Member, segment);
            happening.AddRange(members);
            var (read, reason) = _segments.Read(segment, draft);
            if (read is not null)
            {
                criteria.Add(read);
            }
            else if (members.IsEmpty)
            {
                missing.Add(reason);
            }
        }

        happening.AddRange(Called(SignalKind.Request, campaign));
        return (happening.ToImmutable(), criteria.Count == 0 ? null : Criteria.Any(criteria), missing.ToImmutable());
    }

    private ImmutableArray<Occasion> Called(SignalKind kind, JsonElement entry)
    {
        string?[] names = [entry.Find("id").AsText(), entry.Find("name").AsText(), entry.Find("alias").AsText()];
        return occasions.Find(kind, signal => names.Contains(signal.Name, StringComparer.Ordinal) ? [] : null);
    }
}
