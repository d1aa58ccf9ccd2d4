using System.Text.Json;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Targets.Mautic;

/// <summary>Forms, segments, campaigns, stages and point groups by what people call them, read once.</summary>
internal sealed class MauticNames(MauticApi api)
{
    private readonly Dictionary<string, IReadOnlyList<JsonElement>> _lists = new(StringComparer.Ordinal);

    /// <summary>The entry with that id, name or alias.</summary>
    /// <exception cref="TargetFault">There is none, or more than one.</exception>
    public async Task<JsonElement> GetAsync(MauticList list, string name, CancellationToken cancellationToken)
    {
        if (!_lists.TryGetValue(list.Path, out var entries))
        {
            entries = await api.ListAsync(list.Path, list.Name, $"list {list.Words}", cancellationToken);
            _lists[list.Path] = entries;
        }

        var found = entries.Where(entry => entry.Find("id").AsText() == name).Take(1).ToList();
        if (found.Count == 0)
        {
            found =
            [
                .. entries.Where(entry =>
                    string.Equals(entry.Find("name").AsText(), name, StringComparison.Ordinal)
                    || string.Equals(entry.Find("alias").AsText(), name, StringComparison.Ordinal)
                ),
            ];
        }

        return found.Count switch
        {
            1 => found[0],
            0 => throw new TargetFault(
                TargetFaultKind.Setup,
                $"Mautic has no {list.One} {Quote.Code(name)}{Spelling.Hint(name, [.. entries.Select(entry => entry.Find("name").AsText() ?? "")])}"
            ),
            _ => throw new TargetFault(
                TargetFaultKind.Setup,
                $"Mautic has {found.Count} {list.Words} called {Quote.Code(name)}; name it by its id."
            ),
        };
    }
}
