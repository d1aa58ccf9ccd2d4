using ScoreGuard.Application.Notifications;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Storage.Folder;
using ScoreGuard.Testing.Reports;
using ScoreGuard.Testing.Runs;

namespace ScoreGuard.Application.Tests.Notifications;

/// <summary>One workspace whose runs are told, with the real store and a planned mailer.</summary>
internal sealed class NewsStory : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scoreguard-").FullName;

    public ManualTime Time { get; } = new(SomeRun.At(0));

    public PlannedMailer Mailer { get; } = new();

    /// <summary>Opened anew each time: nothing is kept in memory.</summary>
    public FolderStores Stores => FolderStores.Open(folder);

    public INotificationStore Store => Stores.Notifications;

    public string Folder => folder;

    public Task<NewsOutcome> TellAsync(RunRecord run) =>
        new QueueNews(Store, Time).ForRunAsync(run, ReportOf(run), page: null, default);

    public async Task<OutgoingMail> MailOfAsync(RunRecord run) =>
        (await TellAsync(run)).ShouldBeOfType<NewsOutcome.Queued>().Mail;

    public SendMail Sender() => new(Store, Mailer, Time);

    public async Task<MailDelivery> SendAsync(RunRecord run) =>
        (await Sender().ForAsync(run.Id, default)).ShouldNotBeNull();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static RunReport ReportOf(RunRecord run)
    {
        var report = run.Verdict switch
        {
            Verdict.Drift => SomeReport.Drift(),
            Verdict.Broken => SomeReport.Broken(),
            Verdict.Resolved => SomeReport.Resolved(),
            Verdict.Approved => SomeReport.Approved(),
            Verdict.NoBaseline => SomeReport.NoBaseline(),
            _ => SomeReport.Passed(),
        };
        return report with { Run = report.Run with { Id = run.Id } };
    }
}
