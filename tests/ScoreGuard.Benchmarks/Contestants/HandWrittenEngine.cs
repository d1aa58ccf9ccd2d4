using System.Numerics;
using System.Text;
using ScoreGuard.Benchmarks.HandWritten;

namespace ScoreGuard.Benchmarks.Contestants;

/// <summary>The program written by hand for the standard model, which it therefore does not read.</summary>
internal sealed class HandWrittenEngine : IEngineUnderTest
{
    private readonly HandWrittenReader reader = new();
    private readonly Replay own = new();
    private readonly Lead reused = new();
    private long asOf;

    public void Load(string modelPath, string asOf) =>
        this.asOf = Instants.TryRead(Encoding.UTF8.GetBytes(asOf), out var at)
            ? at
            : throw new ArgumentException($"'{asOf}' is no instant.", nameof(asOf));

    public IParsedLeads Parse(ReadOnlyMemory<byte> jsonLines)
    {
        var leads = new List<Lead>();
        foreach (var range in Lines(jsonLines.Span))
        {
            var lead = new Lead();
            reader.Read(jsonLines.Span[range], lead);
            leads.Add(lead);
        }

        return new ParsedLeads([.. leads]);
    }

    public long Score(IParsedLeads leads, int threads)
    {
        var all = ((ParsedLeads)leads).Leads;
        if (threads == 1)
        {
            return own.Sum(all, asOf);
        }

        var sums = new long[threads];
        Parallel.For(
            0,
            threads,
            new() { MaxDegreeOfParallelism = threads },
            part =>
            {
                var from = all.Length * part / threads;
                var to = all.Length * (part + 1) / threads;
                sums[part] = new Replay().Sum(all.AsSpan(from, to - from), asOf);
            }
        );
        return sums.Sum();
    }

    public long ReadAndScore(ReadOnlyMemory<byte> jsonLines)
    {
        var sum = 0L;
        foreach (var range in Lines(jsonLines.Span))
        {
            reader.Read(jsonLines.Span[range], reused);
            sum += own.Sums(reused, asOf);
        }

        return sum;
    }

    public void WriteOutcomes(ReadOnlyMemory<byte> jsonLines, Stream to)
    {
        var writer = new OutcomeWriter();
        foreach (var range in Lines(jsonLines.Span))
        {
            reader.Read(jsonLines.Span[range], reused);
            own.Sums(reused, asOf);
            writer.Write(reused, own.Outcome);
            to.Write(writer.Written);
            writer.Clear();
        }
    }

    private static LineRanges Lines(ReadOnlySpan<byte> text) => new(text);

    private sealed class Replay
    {
        private readonly HandWrittenScorer scorer = new();

        public LeadOutcome Outcome { get; } = new();

        public long Sum(ReadOnlySpan<Lead> leads, long asOf)
        {
            var sum = 0L;
            foreach (var lead in leads)
            {
                sum += Sums(lead, asOf);
            }

            return sum;
        }

        public long Sums(Lead lead, long asOf)
        {
            scorer.Score(lead, asOf, Outcome);
            var sum = (long)Outcome.FitScore + Outcome.BehaviourScore;
            foreach (var points in Outcome.Points)
            {
                sum += points;
            }

            for (var rules = (uint)Outcome.Fit; rules != 0; rules &= rules - 1)
            {
                sum += FitScore.Points[BitOperations.TrailingZeroCount(rules)] * 1000;
            }

            return sum;
        }
    }

    private sealed record ParsedLeads(Lead[] Leads) : IParsedLeads
    {
        public int Count => Leads.Length;
    }
}
