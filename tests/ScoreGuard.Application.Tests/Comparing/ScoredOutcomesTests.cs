using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ScoreGuard.Application.Comparing;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Application.Tests.Comparing;

public sealed class ScoredOutcomesTests
{
    private readonly MemoryShards _store = new();

    [Fact]
    public async Task Every_shard_is_asked_with_its_place_in_the_file_and_packed_as_it_was_answered()
    {
        var source = new ScoredOutcomes(_store, await FreezeAsync(["a", "b", "c"], ["d"]), new PlaceOfLine([]));
        source.ShardCount.ShouldBe(2);
        source.FindKnown(0).ShouldBeNull();
        using var first = await source.GetAsync(0, TestContext.Current.CancellationToken);
        using var last = await source.GetAsync(1, TestContext.Current.CancellationToken);
        Encoding
            .UTF8.GetString(first.Lines.Span)
            .ShouldBe(
                """
                {"lead":"a","scores":{"line":1,"asOf":7}}
                {"lead":"b","scores":{"line":2,"asOf":7}}
                {"lead":"c","scores":{"line":3,"asOf":7}}

                """
            );
        Encoding.UTF8.GetString(last.Lines.Span).ShouldBe("{\"lead\":\"d\",\"scores\":{\"line\":4,\"asOf\":7}}\n");
        last.Shard.ShouldBe(Shard.Of(last.Lines.Span, 1));
        source.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public async Task Leads_that_were_refused_are_told_in_their_order()
    {
        var source = new ScoredOutcomes(_store, await FreezeAsync(["a", "b"], ["c"]), new PlaceOfLine(["c", "a"]));
        using var last = await source.GetAsync(1, TestContext.Current.CancellationToken);
        using var first = await source.GetAsync(0, TestContext.Current.CancellationToken);
        first.Shard.Leads.ShouldBe(1);
        last.Shard.Leads.ShouldBe(0);
        source
            .Diagnostics.Select(told => told.ToString())
            .ShouldBe(["leads.jsonl:1:1: error SG5512: refused", "leads.jsonl:3:1: error SG5512: refused"]);
    }

    [Fact]
    public async Task A_lead_that_is_lost_without_a_word_breaks_the_run()
    {
        var source = new ScoredOutcomes(_store, await FreezeAsync(["a", ""]), new PlaceOfLine([]));
        using var only = await source.GetAsync(0, TestContext.Current.CancellationToken);
        source.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RunCodes.LeadsMiscounted.Code);
    }

    private async Task<LeadSet> FreezeAsync(params string[][] shards)
    {
        var packed = ImmutableArray.CreateBuilder<Shard>();
        foreach (var ids in shards)
        {
            var lines = Encoding.UTF8.GetBytes(
                string.Concat(ids.Select(id => id.Length == 0 ? "\n" : $"{{\"id\":\"{id}\"}}\n"))
            );
            var shard = Shard.Of(lines, ids.Length);
            await _store.SaveAsync(shard, lines, TestContext.Current.CancellationToken);
            packed.Add(shard);
        }

        var all = packed.ToImmutable();
        return new(Shard.Root(all), "", 0, new Instant(7), "leads.jsonl", "", "file", new Instant(0), all);
    }

    /// <summary>Scores a lead with the number of its line and the instant.</summary>
    private sealed class PlaceOfLine(string[] refused) : IScoringService
    {
        public Task<int> ScoreAsync(
            LeadBatch leads,
            IBufferWriter<byte> outcomes,
            DiagnosticBag diagnostics,
            CancellationToken cancellationToken
        )
        {
            var count = 0;
            var number = leads.FirstLine;
            foreach (var line in Encoding.UTF8.GetString(leads.Lines.Span).Split('\n').SkipLast(1))
            {
                var id = line.Length == 0 ? "" : JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!;
                if (refused.Contains(id))
                {
                    diagnostics.Error(
                        TargetCodes.LeadRefused,
                        new SourcePosition(number, 1),
                        DocumentPath.Root,
                        "refused"
                    );
                }
                else if (id.Length > 0)
                {
                    outcomes.Write(
                        Encoding.UTF8.GetBytes(
                            $"{{\"lead\":\"{id}\",\"scores\":{{\"line\":{number},\"asOf\":{leads.AsOf.UnixMilliseconds}}}}}\n"
                        )
                    );
                    count++;
                }

                number++;
            }

            return Task.FromResult(count);
        }
    }
}
