using System.Collections.Concurrent;
using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Leads;

namespace ScoreGuard.Application.Comparing;

/// <summary>Where the shards of a lead set begin in its file, and what was wrong with each. Safe for many threads at once.</summary>
internal sealed class FrozenShards(LeadSet leads)
{
    private readonly ConcurrentDictionary<int, ImmutableArray<Diagnostic>> _diagnostics = [];
    private readonly ImmutableArray<int> _firstLines = FirstLines(leads);

    /// <summary>Everything that was wrong with the leads, in their order; a hostile file must not make it more.</summary>
    public ImmutableArray<Diagnostic> Diagnostics =>
        [.. _diagnostics.OrderBy(entry => entry.Key).SelectMany(entry => entry.Value).Take(DiagnosticBag.Limit)];

    /// <summary>The number of a shard's first line, from 1.</summary>
    public int FirstLine(int index) => _firstLines[index];

    /// <summary>Keeps what was found about a shard; outcomes that are missing without a word are an error.</summary>
    /// <param name="outcomes">How many its leads gave.</param>
    public void Keep(int index, int outcomes, DiagnosticBag diagnostics)
    {
        var expected = leads.Shards[index].Leads;
        var found = diagnostics.InDocumentOrder();
        if (outcomes != expected && diagnostics.ErrorCount == 0)
        {
            found = found.Add(
                new(
                    RunCodes.LeadsMiscounted.Code,
                    Severity.Error,
                    leads.Source,
                    null,
                    "",
                    $"{expected} frozen leads gave {outcomes} outcomes; restore the store, or freeze the leads anew."
                )
            );
        }

        if (!found.IsEmpty)
        {
            _diagnostics[index] = found;
        }
    }

    private static ImmutableArray<int> FirstLines(LeadSet leads)
    {
        var first = 1;
        var lines = ImmutableArray.CreateBuilder<int>(leads.Shards.Length);
        foreach (var shard in leads.Shards)
        {
            lines.Add(first);
            first += shard.Leads;
        }

        return lines.MoveToImmutable();
    }
}
