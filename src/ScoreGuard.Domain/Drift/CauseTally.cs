using System.Collections.Immutable;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Explain;

namespace ScoreGuard.Domain.Drift;

/// <summary>Groups changed leads by what moved them. Memory is bounded however many ways of moving there are.</summary>
/// <remarks>
/// Leads have to come in the same order each time: the first <see cref="Limit"/> ways of moving get a cause of their
/// own, leads that moved in yet another way share one cause for each kind of change.
/// </remarks>
internal sealed class CauseTally(EditAttribution edits) : IDisposable
{
    public const int Limit = 1000;

    private readonly Dictionary<string, CauseGroup> _groups = new(StringComparer.Ordinal);

    /// <summary>Counts <paramref name="lead"/> in.</summary>
    /// <returns>The id of its cause.</returns>
    public string Add(ComparedLead lead)
    {
        var difference = lead.Difference;
        // No edit of a model makes a lead come or go.
        ImmutableArray<ModelEdit> behind = difference.Kind is ChangeKind.New or ChangeKind.Vanished
            ? []
            : edits.Behind(difference.Fields, difference.Movers);
        var key = behind.IsEmpty ? KeyOf(difference) : KeyOf(behind, difference.Kind);
        if (!_groups.TryGetValue(key, out var group) && _groups.Count >= Limit)
        {
            key = $"other\n{difference.Kind}";
            behind = [];
            _groups.TryGetValue(key, out group);
        }

        if (group is null)
        {
            _groups.Add(key, group = new(IdOf(key), behind));
        }

        group.Add(lead);
        return group.Id;
    }

    /// <summary>The causes, those with most leads first.</summary>
    public ImmutableArray<Cause> ToCauses() =>
        [
            .. _groups
                .Values.OrderByDescending(group => group.Leads)
                .ThenBy(group => group.Id, StringComparer.Ordinal)
                .Select(group => group.ToCause()),
        ];

    public void Dispose()
    {
        foreach (var group in _groups.Values)
        {
            group.Dispose();
        }
    }

    /// <summary>One edit of points is one decision, whether a lead shows it in its grade, its score or nowhere.</summary>
    private static string KeyOf(ImmutableArray<ModelEdit> behind, ChangeKind kind) =>
        $"edits\n{string.Join('\n', behind.Select(edit => $"{edit.Kind}\t{edit.Path}\t{edit.Sentence}"))}\n{(kind < ChangeKind.GradeOrLabel ? kind : ChangeKind.Score)}";

    private static string KeyOf(LeadDifference difference) =>
        difference.Kind is ChangeKind.New or ChangeKind.Vanished
            ? $"leads\n{difference.Kind}"
            : $"rules\n{string.Join('\t', Movers.Parts(difference.Fields))}\n{string.Join('\t', difference.Movers)}";

    private static string IdOf(string key) =>
        string.Concat("c-", Sha256Text.Of(key).AsSpan(Sha256Text.Prefix.Length, 10));
}
