using System.Text.Json;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>Reads everything that Mautic scores by, without writing anything to it.</summary>
internal sealed class MauticConfigurationReader(
    MauticApi api,
    TargetDefinition definition,
    MauticOptions options,
    TimeProvider time
)
{
    public async Task<ConfigurationSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var lists = new Dictionary<MauticList, IReadOnlyList<JsonElement>>();
        foreach (var list in MauticList.All)
        {
            lists[list] = await api.ListAsync(list.Path, list.Name, $"read {list.Words}", cancellationToken);
        }

        var configuration = new MauticConfiguration(lists, time.GetUtcNow());
        var model = MauticModel.Of(configuration, definition, options);
        return new(MauticSnapshot.Canonical(configuration), MauticListing.Of(configuration), model.Text, model.Carried);
    }
}
