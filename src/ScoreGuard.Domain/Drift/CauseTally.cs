using System.Collections.Immutable;
using System.Security.Cryptography;
using ScoreGuard.Domain.Artefacts;

namespace ScoreGuard.Domain.Drift;

/// <summary>Groups changed leads by what moved them. Memory is bounded however many ways of moving there are.</summary>
/// <remarks>
/// Leads have to come in the same order each time: the first <see cref="Limit"/> ways of moving get a cause of their
/// own, leads that moved in yet another way share one cause for each kind of change.
/// </remarks>
internal sealed class CauseTally : IDisposable
{
    public const int Limit = 1000;
    private const int MostExamples = 10;

    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);

    /// <summary>Counts <paramref name="lead"/> in.</summary>
    /// <returns>The id of its cause.</returns>
    public string Add(ComparedLead lead)
    {
        var difference = lead.Difference;
        var key = $"{string.Join('\t', difference.Fields)}\n{string.Join('\t', difference.Movers)}";
        var (fields, movers) = (difference.Fields, difference.Movers);
        if (!_groups.TryGetValue(key, out var group) && _groups.Count >= Limit)
        {
            key = $"other\n{difference.Kind}";
            (fields, movers) = ([], []);
            _groups.TryGetValue(key, out group);
        }

        if (group is null)
        {
            _groups.Add(key, group = new(IdOf(key), fields, movers));
        }

        group.Add(lead);
        return group.Id;
    }

    /// <summary>The causes, gravest first, then those with most leads.</summary>
    /// <param name="editsOf">Sentences of the edits behind a cause, from its changed fields and its movers.</param>
    public ImmutableArray<Cause> ToCauses(
        Func<ImmutableArray<string>, ImmutableArray<string>, ImmutableArray<string>> editsOf
    ) =>
        [
            .. _groups
                .Values.OrderBy(group => group.Gravest)
                .ThenByDescending(group => group.Leads)
                .ThenBy(group => group.Id, StringComparer.Ordinal)
                .Select(group => group.ToCause(editsOf)),
        ];

    public void Dispose()
    {
        foreach (var group in _groups.Values)
        {
            group.Dispose();
        }
    }

    private static string IdOf(string key) =>
        string.Concat("c-", Sha256Text.Of(key).AsSpan(Sha256Text.Prefix.Length, 10));

    private sealed class Group(string id, ImmutableArray<string> fields, ImmutableArray<string> movers) : IDisposable
    {
        private readonly SortedDictionary<ChangeKind, long> _kinds = [];
        private readonly List<string> _examples = [];
        private readonly IncrementalHash _evidence = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public string Id => id;

        public int Leads { get; private set; }

        public ChangeKind Gravest => _kinds.First().Key;

        public void Add(ComparedLead lead)
        {
            Leads++;
            _kinds[lead.Difference.Kind] = _kinds.GetValueOrDefault(lead.Difference.Kind) + 1;
            _evidence.AppendData(lead.Evidence.Span);
            if (_examples.Count < MostExamples)
            {
                _examples.Add(lead.Lead);
            }
        }

        public Cause ToCause(Func<ImmutableArray<string>, ImmutableArray<string>, ImmutableArray<string>> editsOf) =>
            new(
                id,
                Leads,
                [.. _kinds.Select(kind => new CountOf<ChangeKind>(kind.Key, kind.Value))],
                fields,
                movers,
                editsOf(fields, movers),
                [.. _examples],
                Sha256Text.From(_evidence.GetCurrentHash())
            );

        public void Dispose() => _evidence.Dispose();
    }
}
