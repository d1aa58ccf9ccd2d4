using System.Buffers;
using System.Collections.Immutable;
using ScoreGuard.Application.Replaying;
using ScoreGuard.Benchmarks.Standard;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Models.Reading;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Targets.Model;
using ScoreGuard.Yaml;

namespace ScoreGuard.Benchmarks.Store;

/// <summary>The outcomes of the standard model and leads, in shards.</summary>
internal sealed class BaselineLines
{
    public BaselineLines(StandardFiles files)
    {
        Lines = Replay(files);
        Shards = Cut(Lines.Span);
        var tally = new OutcomeTally();
        var reader = new OutcomeReader();
        var rest = Lines.Span;
        while (!rest.IsEmpty)
        {
            tally.Add(reader.Read(OutcomeLines.TakeLine(ref rest)));
        }

        Totals = tally.ToTotals();
    }

    /// <summary>All of them, a line a lead.</summary>
    public ReadOnlyMemory<byte> Lines { get; }

    public ImmutableArray<(Shard Shard, ReadOnlyMemory<byte> Lines)> Shards { get; }

    public OutcomeTotals Totals { get; }

    public int Leads => Shards.Sum(part => part.Shard.Leads);

    private static ReadOnlyMemory<byte> Replay(StandardFiles files)
    {
        if (!InstantText.TryParse(StandardLeads.AsOfText, out var asOf))
        {
            throw new InvalidOperationException("The benchmark's instant is none.");
        }

        var root = Value(YamlDocument.Read(files.Model, File.ReadAllBytes(files.Model)));
        var model = Value(ModelReader.Read(files.Model, root, new TzdbTimeZones()));
        var outcomes = new ArrayBufferWriter<byte>();
        var leads = File.ReadAllBytes(files.LeadsOf(StandardFiles.Leads));
        new EngineReplayers()
            .Compile(model)
            .NewSession()
            .Replay(new(leads, 1, asOf), outcomes, new DiagnosticBag("leads"));
        return outcomes.WrittenMemory;
    }

    private ImmutableArray<(Shard, ReadOnlyMemory<byte>)> Cut(ReadOnlySpan<byte> lines)
    {
        var shards = ImmutableArray.CreateBuilder<(Shard, ReadOnlyMemory<byte>)>();
        for (var start = 0; start < lines.Length; )
        {
            var (length, leads) = (0, 0);
            for (; leads < Shard.FullLeads && start + length < lines.Length; leads++)
            {
                length += lines[(start + length)..].IndexOf((byte)'\n') + 1;
            }

            shards.Add((Shard.Of(lines.Slice(start, length), leads), Lines.Slice(start, length)));
            start += length;
        }

        return shards.DrainToImmutable();
    }

    private static T Value<T>(Parsed<T> parsed) => ((Parsed<T>.Ok)parsed).Value;
}
