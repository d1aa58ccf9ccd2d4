using System.Buffers;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Models.Reading;
using ScoreGuard.Domain.Replay;
using ScoreGuard.Domain.Replay.Clock;
using ScoreGuard.Domain.Replay.Leads;
using ScoreGuard.Domain.Replay.Points;
using ScoreGuard.Targets.Model;
using ScoreGuard.Yaml;

namespace ScoreGuard.Benchmarks.Contestants;

/// <summary>ScoreGuard's engine, with the model compiled from its file.</summary>
internal sealed class ScoreGuardEngine : IEngineUnderTest
{
    private readonly BoundLead reused = new();
    private ReplayEngine engine = null!;
    private LeadReader reader = null!;
    private LeadReplay<LongMilli> replay = null!;

    /// <summary>One a thread, kept from pass to pass as a run keeps its sessions from shard to shard.</summary>
    private LeadReplay<LongMilli>[] replays = [];
    private Instant asOf;
    private readonly DiagnosticBag diagnostics = new("leads");
    private int total;

    public void Load(string modelPath, string asOf)
    {
        this.asOf = InstantText.TryParse(asOf, out var at)
            ? at
            : throw new ArgumentException($"'{asOf}' is no instant.", nameof(asOf));
        var root = Value(YamlDocument.Read(modelPath, File.ReadAllBytes(modelPath)));
        engine = ReplayEngine.Compile(Value(ModelReader.Read(modelPath, root, new TzdbTimeZones())));
        reader = new(engine.Model);
        replay = LeadReplay<LongMilli>.For(engine.Model);
        total = Array.FindIndex([.. engine.Model.Dimensions], dimension => dimension.Name == "total");
    }

    public IParsedLeads Parse(ReadOnlyMemory<byte> jsonLines)
    {
        var leads = new List<BoundLead>();
        foreach (var range in new LineRanges(jsonLines.Span))
        {
            var lead = new BoundLead();
            Read(jsonLines.Span[range], lead);
            leads.Add(lead);
        }

        return new ParsedLeads([.. leads]);
    }

    public long Score(IParsedLeads leads, int threads)
    {
        var all = ((ParsedLeads)leads).Leads;
        if (threads == 1)
        {
            return Sum(replay, all);
        }

        while (replays.Length < threads)
        {
            replays = [.. replays, LeadReplay<LongMilli>.For(engine.Model)];
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
                sums[part] = Sum(replays[part], all.AsSpan(from, to - from));
            }
        );
        return sums.Sum();
    }

    public long ReadAndScore(ReadOnlyMemory<byte> jsonLines)
    {
        var sum = 0L;
        foreach (var range in new LineRanges(jsonLines.Span))
        {
            Read(jsonLines.Span[range], reused);
            sum += Sums(replay, reused);
        }

        return sum;
    }

    public void WriteOutcomes(ReadOnlyMemory<byte> jsonLines, Stream to)
    {
        var outcomes = new ArrayBufferWriter<byte>();
        engine.NewSession().Replay(jsonLines.Span, 1, asOf, outcomes, diagnostics);
        to.Write(outcomes.WrittenSpan);
    }

    private void Read(ReadOnlySpan<byte> line, BoundLead into)
    {
        if (!reader.TryRead(line, 1, asOf.UnixMilliseconds, into, diagnostics))
        {
            throw new InvalidOperationException("The benchmark's own leads have errors.");
        }
    }

    private long Sum(LeadReplay<LongMilli> by, ReadOnlySpan<BoundLead> leads)
    {
        var sum = 0L;
        foreach (var lead in leads)
        {
            sum += Sums(by, lead);
        }

        return sum;
    }

    /// <summary>Every number of the outcome is worked out, as by hand: scores, and the points of each rule.</summary>
    private long Sums(LeadReplay<LongMilli> by, BoundLead lead)
    {
        by.Run(lead, asOf.UnixMilliseconds);
        var sum = by.TryValue(total, out var score) ? score.Value : 0;
        foreach (var points in by.Contributions)
        {
            sum += points.Value;
        }

        return sum;
    }

    private static T Value<T>(Parsed<T> parsed) =>
        parsed switch
        {
            Parsed<T>.Ok ok => ok.Value,
            Parsed<T>.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Diagnostics)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private sealed record ParsedLeads(BoundLead[] Leads) : IParsedLeads
    {
        public int Count => Leads.Length;
    }
}
