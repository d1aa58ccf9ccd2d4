using System.Collections.Immutable;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Functions.Composition;
using ScoreGuard.Functions.Http;
using ScoreGuard.Functions.Observing;

namespace ScoreGuard.Functions.Triggers;

/// <summary><c>GET /api/health</c>: says what it checked. Open to all, so it names nothing that is whose.</summary>
internal sealed class Health(IWorkspaces workspaces, QueueCheck queue, TimeProvider time, ILogger<Health> log)
{
    private const string Ok = "ok";
    private const string Failing = "failing";
    private const string NotChecked = "not checked";

    /// <summary>Whoever asks wants an answer, also from a store that gives none.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void Map(WebApplication app) =>
        app.MapGet(
                "/api/health",
                (Health health, CancellationToken cancellationToken) => health.AnswerAsync(cancellationToken)
            )
            .WithName(nameof(Health))
            .WithSummary("Whether the app can do its work, and what was checked.")
            .Produces<HealthView>()
            .Produces<HealthView>(StatusCodes.Status503ServiceUnavailable);

    private async Task<IResult> AnswerAsync(CancellationToken cancellationToken)
    {
        var names = ImmutableArray<string>.Empty;
        // The queue is asked beside the others: together they take no longer than the slowest.
        var queued = CheckAsync("queue", token => queue(token), cancellationToken);
        var listed = await CheckAsync(
            "workspaces",
            async token => names = await workspaces.ListAsync(token),
            cancellationToken
        );
        var first = names.IsEmpty ? null : names[0];
        var runs = CheckStoreAsync("runs", first, (store, token) => store.Context.Stores.Runs.ListAsync(1, token));
        var tickets = CheckStoreAsync("tickets", first, (store, token) => store.Tickets.ListAsync(token));
        CheckView[] checks = [listed, await runs, await tickets, await queued];
        var failing = Array.Exists(checks, check => check.Status == Failing);
        return Results.Json(
            new HealthView(failing ? Failing : Ok, checks),
            HttpJson.Default.HealthView,
            statusCode: failing ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK
        );

        async Task<CheckView> CheckStoreAsync(
            string check,
            string? workspace,
            Func<ServedWorkspace, CancellationToken, Task> read
        ) =>
            workspace is null
                ? new(check, NotChecked)
                : await CheckAsync(check, token => ReadAsync(workspace, read, token), cancellationToken);
    }

    private async Task ReadAsync(
        string name,
        Func<ServedWorkspace, CancellationToken, Task> read,
        CancellationToken cancellationToken
    )
    {
        if (await workspaces.FindToReadAsync(name, cancellationToken) is { } found)
        {
            await read(found, cancellationToken);
        }
    }

    private async Task<CheckView> CheckAsync(
        string name,
        Func<CancellationToken, Task> check,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            // On a thread of its own: a folder that hangs does not listen to tokens.
            await Task.Run(() => check(limit.Token), cancellationToken).WaitAsync(Patience, time, cancellationToken);
            return new(name, Ok);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            await limit.CancelAsync();
            Events.CallFailed(log, "/api/health", $"{name}: {Fault.Of(fault)}");
            return new(name, Failing);
        }
    }
}
