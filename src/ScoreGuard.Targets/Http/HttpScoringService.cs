using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Http;

/// <summary>Asks a service over HTTP, batch by batch.</summary>
internal sealed class HttpScoringService(PlatformHttp http, Uri address, HttpOptions options)
    : IScoringService,
        IDisposable
{
    /// <summary>Leads refused one after the other, and none accepted, after which it is the request that is wrong.</summary>
    private const int MostRefusedAtFirst = 10;

    private readonly AnswerReader _answers = new(options.Places);
    private readonly SemaphoreSlim _doors = new(options.Parallel);
    private bool _hasAccepted;
    private int _refused;

    public async Task<int> ScoreAsync(
        LeadBatch leads,
        IBufferWriter<byte> outcomes,
        DiagnosticBag diagnostics,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(leads);
        var written = 0;
        foreach (var group in LeadLine.Read(leads, diagnostics).Chunk(options.Batch * options.Parallel))
        {
            var scored = await Task.WhenAll(
                group.Chunk(options.Batch).Select(batch => AskAsync(batch, leads.AsOf, cancellationToken))
            );
            foreach (var lead in scored.SelectMany(batch => batch))
            {
                if (lead.Outcome is { } outcome)
                {
                    OutcomeSpelling.Write(outcome, outcomes);
                    written++;
                }
                else
                {
                    diagnostics.Error(
                        TargetCodes.LeadRefused,
                        new SourcePosition(lead.Lead.Number, 1),
                        DocumentPath.Root,
                        $"The scoring service gave no outcome for the lead {Quote.Code(lead.Lead.Id)}: {lead.Refusal}."
                    );
                }
            }
        }

        return written;
    }

    public void Dispose() => _doors.Dispose();

    private async Task<ImmutableArray<ScoredLead>> AskAsync(
        ReadOnlyMemory<LeadLine> leads,
        Instant asOf,
        CancellationToken cancellationToken
    )
    {
        var answer = await SendAsync(leads, asOf, cancellationToken);
        if (answer.IsSuccess)
        {
            Volatile.Write(ref _hasAccepted, true);
            return _answers.Read(leads, answer.Json, asOf);
        }

        if (leads.Length == 1)
        {
            return [Refused(leads.Span[0], answer)];
        }

        // One lead that it does not take must not cost the others their outcome.
        var half = leads.Length / 2;
        var first = await AskAsync(leads[..half], asOf, cancellationToken);
        return first.AddRange(await AskAsync(leads[half..], asOf, cancellationToken));
    }

    private async Task<PlatformAnswer> SendAsync(
        ReadOnlyMemory<LeadLine> leads,
        Instant asOf,
        CancellationToken cancellationToken
    )
    {
        var body = options.Request.Fill(leads.Span, asOf);
        await _doors.WaitAsync(cancellationToken);
        try
        {
            return await http.SendAsync(
                new(HttpMethod.Post, "score leads", address.AbsoluteUri, () => Json(body))
                {
                    Headers = [("Accept", "application/json")],
                },
                cancellationToken
            );
        }
        finally
        {
            _doors.Release();
        }
    }

    private ScoredLead Refused(LeadLine lead, PlatformAnswer answer)
    {
        var status = string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)answer.Status}");
        if (!Volatile.Read(ref _hasAccepted) && Interlocked.Increment(ref _refused) >= MostRefusedAtFirst)
        {
            throw new TargetFault(
                TargetFaultKind.Setup,
                $"The scoring service refuses every lead with {status}; check what it is sent (`request`, `item`)."
            );
        }

        return new(lead, null, $"it answered {status}");
    }

    private static ByteArrayContent Json(byte[] body) =>
        new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
