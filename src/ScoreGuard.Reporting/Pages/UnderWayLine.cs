using System.Globalization;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Pages;

/// <summary>A run that has not ended.</summary>
/// <param name="Parts">What <paramref name="Done"/> is counted of; null: it has not started, or has nothing to replay.</param>
/// <param name="Trouble">Said where its last step failed; null: none did.</param>
public sealed record UnderWayLine(
    string Kind,
    string State,
    string Href,
    Moment Requested,
    string By,
    string? Reason,
    string Done,
    string? Parts,
    string? Trouble
)
{
    public static UnderWayLine Of(string workspace, RunTicket ticket) =>
        new(
            ticket.Kind == RunKind.Preview ? "Preview" : "Run",
            StateOf(ticket),
            PageAddress.Run(workspace, ticket.Id),
            Moment.Of(ticket.RequestedAt),
            Shown.Name(ticket.By),
            string.IsNullOrWhiteSpace(ticket.Reason) ? null : Shown.Sentence(ticket.Reason),
            ticket.Parts.Length.ToString(CultureInfo.InvariantCulture),
            ticket.Plan is { Parts: > 0 } plan ? plan.Parts.ToString(CultureInfo.InvariantCulture) : null,
            ticket.Fault is null ? null : "The last attempt at a step failed; it is tried again."
        );

    private static string StateOf(RunTicket ticket) =>
        ticket.Plan is not { } plan ? "waits for its turn"
        : ticket.IsReplayed ? "replayed; the outcomes are being compared"
        : $"{Figures.Count(ticket.Parts.Length)} of {Figures.Count(plan.Parts)} parts replayed";
}
