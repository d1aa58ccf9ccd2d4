using System.Collections.Immutable;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Mautic;

/// <summary>What contacts can be made to do.</summary>
internal sealed class MauticSignals(MauticVisits visits, MauticWriting writing, MauticAdding adding)
{
    public static ImmutableArray<SignalSupport> Supported { get; } =
    [
        new(
            SignalKind.Update,
            false,
            "PATCH api/contacts/batch/edit; fires no point action, but segments and campaigns"
        ),
        new(SignalKind.Form, false, "an anonymous post to form/submit, by id, name or alias of a published form"),
        new(
            SignalKind.Visit,
            false,
            "an anonymous call of mtc/event with the page's address, or of a landing page by its alias"
        ),
        new(SignalKind.Event, false, "an anonymous download of an asset, named as in its address: `12:whitepaper`"),
        new(SignalKind.Member, false, "api/segments/{id}/contact/{contact}/add, by id, name or alias of the segment"),
        new(SignalKind.Request, false, "api/campaigns/{id}/contact/{contact}/add, by id or name of the campaign"),
        new(SignalKind.Stage, false, "api/stages/{id}/contact/{contact}/add, which ignores the stages' weights"),
    ];

    public async Task<ImmutableArray<RecordResult>> SendAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    )
    {
        if (!signals.IsEmpty && signals.All(signal => signal.Kind == SignalKind.Update))
        {
            return await writing.UpdateAsync(signals, cancellationToken);
        }

        var results = ImmutableArray.CreateBuilder<RecordResult>(signals.Length);
        foreach (var signal in signals)
        {
            results.Add(await SendAsync(signal, cancellationToken));
        }

        return results.MoveToImmutable();
    }

    private Task<RecordResult> SendAsync(TargetSignal signal, CancellationToken cancellationToken) =>
        signal.Kind switch
        {
            SignalKind.Form => visits.SubmitAsync(signal, cancellationToken),
            SignalKind.Visit => visits.VisitAsync(signal, cancellationToken),
            SignalKind.Event => visits.DownloadAsync(signal, cancellationToken),
            SignalKind.Member => adding.AddAsync(signal, MauticList.Segments, cancellationToken),
            SignalKind.Request => adding.AddAsync(signal, MauticList.Campaigns, cancellationToken),
            SignalKind.Stage => adding.AddAsync(signal, MauticList.Stages, cancellationToken),
            _ => throw new TargetFault(
                TargetFaultKind.Setup,
                $"Mautic takes no signal {signal.Kind}, or not together with others."
            ),
        };
}
