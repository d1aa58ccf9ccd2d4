using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;

namespace ScoreGuard.Functions.Observing;

/// <summary>Everything that is logged of our own. Names are stable: alerts are written against them.</summary>
internal static partial class Events
{
    [LoggerMessage(1, LogLevel.Information, "Served as {mode}.", EventName = "app.started")]
    public static partial void Started(ILogger log, string mode);

    [LoggerMessage(
        3,
        LogLevel.Warning,
        "Serves the folder {folder} without a storage account: no Functions host brings the steps of its runs, which wait until somebody does.",
        EventName = "app.steps-not-brought"
    )]
    public static partial void StepsNotBrought(ILogger log, string folder);

    [LoggerMessage(2, LogLevel.Information, "Alive; {workspaces} workspaces.", EventName = "heartbeat")]
    public static partial void Heartbeat(ILogger log, int workspaces);

    [LoggerMessage(
        10,
        LogLevel.Information,
        "{workspace}: run {run} was ordered; joined {joined}.",
        EventName = "run.ordered"
    )]
    public static partial void Ordered(ILogger log, string workspace, string run, bool joined);

    [LoggerMessage(
        11,
        LogLevel.Information,
        "{workspace}: {kind} {run} ended as {verdict}: {leads} leads, {gained} gained, {lost} lost, {changed} changed otherwise.",
        EventName = "run.finished"
    )]
    public static partial void RunFinished(
        ILogger log,
        string workspace,
        RunKind kind,
        string run,
        string verdict,
        long leads,
        long gained,
        long lost,
        long changed
    );

    [LoggerMessage(
        12,
        LogLevel.Error,
        "{workspace}: run {run} was given up at step {step}, part {part}.",
        EventName = "run.given-up"
    )]
    public static partial void GivenUp(ILogger log, string workspace, string run, WorkStep step, int part);

    [LoggerMessage(
        13,
        LogLevel.Warning,
        "{workspace}: run {run} had not moved and was picked up.",
        EventName = "runs.picked-up"
    )]
    public static partial void PickedUp(ILogger log, string workspace, string run);

    [LoggerMessage(14, LogLevel.Warning, "{workspace}: it could not be ordered: {reason}", EventName = "run.refused")]
    public static partial void OrderRefused(ILogger log, string workspace, string reason);

    [LoggerMessage(
        15,
        LogLevel.Error,
        "{workspace}: the run that was due at {occurrence} will not be: {reason}",
        EventName = "run.not-ordered"
    )]
    public static partial void NotOrdered(ILogger log, string workspace, DateTimeOffset occurrence, string reason);

    [LoggerMessage(
        16,
        LogLevel.Error,
        "{workspace}: giving up run {run} failed: {reason}",
        EventName = "run.not-given-up"
    )]
    public static partial void NotGivenUp(ILogger log, string workspace, string run, string reason);

    [LoggerMessage(
        17,
        LogLevel.Error,
        "{workspace}: readers are told nothing of run {run}: {reason}",
        EventName = "run.untold"
    )]
    public static partial void Untold(ILogger log, string workspace, string run, string reason);

    [LoggerMessage(
        18,
        LogLevel.Error,
        "{workspace}: it could not be looked through for runs that do not move: {reason}",
        EventName = "sweep.failed"
    )]
    public static partial void SweepFailed(ILogger log, string workspace, string reason);

    [LoggerMessage(
        20,
        LogLevel.Information,
        "{workspace}: step {step} of run {run}, part {part}, moved {moved} in {milliseconds} ms.",
        EventName = "step.taken"
    )]
    public static partial void StepTaken(
        ILogger log,
        string workspace,
        string run,
        WorkStep step,
        int part,
        bool moved,
        double milliseconds
    );

    [LoggerMessage(
        21,
        LogLevel.Warning,
        "{workspace}: step {step} of run {run}, part {part}, failed: {reason}",
        EventName = "step.failed"
    )]
    public static partial void StepFailed(
        ILogger log,
        string workspace,
        string run,
        WorkStep step,
        int part,
        string reason
    );

    [LoggerMessage(
        22,
        LogLevel.Error,
        "A message on the queue is no step; it was dropped.",
        EventName = "step.unreadable"
    )]
    public static partial void Unreadable(ILogger log);

    [LoggerMessage(
        30,
        LogLevel.Information,
        "{workspace}: decision {decision} on run {run} made baseline {baseline}.",
        EventName = "run.decided"
    )]
    public static partial void Decided(ILogger log, string workspace, string run, string decision, int? baseline);

    [LoggerMessage(
        35,
        LogLevel.Information,
        "{workspace}: mail {run} was sent at attempt {attempt}.",
        EventName = "mail.sent"
    )]
    public static partial void MailSent(ILogger log, string workspace, string run, int attempt);

    [LoggerMessage(
        36,
        LogLevel.Warning,
        "{workspace}: mail {run} is {state} after attempt {attempt}: {reason}",
        EventName = "mail.not-sent"
    )]
    public static partial void MailNotSent(
        ILogger log,
        string workspace,
        string run,
        MailState state,
        int attempt,
        string reason
    );

    [LoggerMessage(40, LogLevel.Warning, "A call to {path} was refused: {reason}", EventName = "call.refused")]
    public static partial void CallRefused(ILogger log, string path, string reason);

    [LoggerMessage(41, LogLevel.Error, "A call to {path} failed: {reason}", EventName = "call.failed")]
    public static partial void CallFailed(ILogger log, string path, string reason);

    [LoggerMessage(
        42,
        LogLevel.Error,
        "A call to {path} failed; workspace {workspace}, run {run}: {reason}",
        EventName = "step-call.failed"
    )]
    public static partial void StepCallFailed(ILogger log, string path, string workspace, string run, string reason);

    [LoggerMessage(43, LogLevel.Error, "{workspace}: it cannot be read: {reason}", EventName = "workspace.unreadable")]
    public static partial void WorkspaceUnreadable(ILogger log, string workspace, string reason);

    [LoggerMessage(50, LogLevel.Error, "{what} failed: {reason}", EventName = "background.failed")]
    public static partial void BackgroundFailed(ILogger log, string what, string reason);
}
