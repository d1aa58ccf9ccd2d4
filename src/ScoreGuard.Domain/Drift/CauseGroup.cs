using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Explain;

namespace ScoreGuard.Domain.Drift;

/// <summary>A cause while its leads come in.</summary>
internal sealed class CauseGroup(string id, ImmutableArray<ModelEdit> edits) : IDisposable
{
    private const int MostExamples = 10;
    private const int MostNames = 50;

    private readonly SortedDictionary<ChangeKind, long> _kinds = [];
    private readonly Dictionary<string, int> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _movers = new(StringComparer.Ordinal);
    private readonly List<string> _examples = [];
    private readonly IncrementalHash _evidence = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public string Id => id;

    public int Leads { get; private set; }

    public void Add(ComparedLead lead)
    {
        var difference = lead.Difference;
        Leads++;
        _kinds[difference.Kind] = _kinds.GetValueOrDefault(difference.Kind) + 1;
        Count(_fields, difference.Fields);
        Count(_movers, difference.Movers);
        _evidence.AppendData(lead.Evidence.Span);
        if (_examples.Count < MostExamples)
        {
            _examples.Add(lead.Lead);
        }
    }

    public Cause ToCause() =>
        new(
            id,
            Leads,
            [.. _kinds.Select(kind => new CountOf<ChangeKind>(kind.Key, kind.Value))],
            MostFirst(_fields),
            MostFirst(_movers),
            [.. edits.Select(edit => edit.Sentence)],
            [.. _examples],
            Sha256Text.From(_evidence.GetCurrentHash())
        );

    public void Dispose() => _evidence.Dispose();

    /// <summary>All names come from two models, so there are only so many.</summary>
    private static void Count(Dictionary<string, int> counts, ImmutableArray<string> names)
    {
        foreach (var name in names)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out _)++;
        }
    }

    private static ImmutableArray<string> MostFirst(Dictionary<string, int> counts) =>
        [
            .. counts
                .OrderByDescending(count => count.Value)
                .ThenBy(count => count.Key, StringComparer.Ordinal)
                .Take(MostNames)
                .Select(count => count.Key),
        ];
}
