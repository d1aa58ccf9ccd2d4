using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Notifications;

/// <summary>Where a digest reads one workspace's week.</summary>
/// <param name="Workspace">Its name; hostile text.</param>
public sealed record DigestSource(
    string Workspace,
    IRunStore Runs,
    IBaselineStore Baselines,
    INotificationStore Notifications
);
