using ScoreGuard.Application.Decisions;
using ScoreGuard.Application.Notifications;
using ScoreGuard.Application.Runs.Queued;
using ScoreGuard.Application.Tests.Notifications;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Storage.Folder;

namespace ScoreGuard.Application.Tests.Runs.Queued;

/// <summary>Whatever is damaged beside a run, it ends and says so; the next one never waits for it.</summary>
public sealed class DamagedStoreTests : IDisposable
{
    private readonly Guarded _guarded = new();
    private readonly OneWorkspace _workspaces;
    private readonly UnreliableQueue _queue = new(1);
    private readonly NewsDesk _news = new(new PlannedMailer(), (_, _) => null, TimeProvider.System);

    public DamagedStoreTests() => _workspaces = new(_guarded);

    private FolderStores Store => FolderStores.Open(_guarded.StorePath);

    private TakeStep Steps => new(_workspaces, _queue, _news);

    public void Dispose() => _guarded.Dispose();

    [Theory]
    [InlineData("runs")]
    [InlineData("decisions")]
    [InlineData("leads.json")]
    public async Task Damage_that_a_run_meets_breaks_it_at_once_and_is_named(string what)
    {
        await PreparedAsync();
        var damaged = Damage(what);

        var run = await OrderAsync();
        await _queue.DrainAsync(Steps);

        await EndedAsync(run, Verdict.Broken, "SG5001", damaged);
    }

    [Theory]
    [InlineData("runs")]
    [InlineData("decisions")]
    public async Task A_run_that_is_given_up_asks_nothing_of_what_came_before_it(string what)
    {
        await PreparedAsync();
        Damage(what);
        var run = await OrderAsync();

        var given = await Steps.GiveUpAsync(new(OneWorkspace.Name, run, WorkStep.Replay), "It failed.", default);

        given.Finished.ShouldNotBeNull().Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RunCodes.GaveUp.Code);
        await EndedAsync(run, Verdict.Broken, RunCodes.GaveUp.Code, "scoreguard.yaml");
    }

    [Fact]
    public async Task A_preview_whose_decision_is_damaged_does_not_make_the_run_that_it_allowed_approved()
    {
        await PreparedAsync();
        _guarded.EditModel("points: 50", "points: 30");
        var damaged = Damage("decisions");

        var run = await OrderAsync();
        await _queue.DrainAsync(Steps);

        await EndedAsync(run, Verdict.Broken, "SG5001", damaged);
        (await Store.Baselines.ListAsync(default)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_is_judged_and_ends_though_what_readers_were_told_is_damaged()
    {
        await _guarded.ApprovedAsync();
        _guarded.EditModel("points: 50", "points: 30");
        await OrderAsync();
        await _queue.DrainAsync(Steps);
        Damage("work/told");

        var run = await OrderAsync();
        var ended = await StepByStepAsync(run);

        ended.Finished.ShouldNotBeNull().Verdict.ShouldBe(Verdict.Drift);
        ended.Untold.ShouldBeOfType<StoreDamage>().Diagnostic.File.ShouldBe("what readers were told");
        (await Store.Tickets.ListAsync(default)).ShouldBeEmpty();
        (await Store.Tickets.FindTurnAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_recorded_run_whose_report_cannot_be_made_again_is_given_up_without_holding_up_the_next()
    {
        await _guarded.ApprovedAsync();
        _guarded.EditModel("points: 50", "points: 30");
        var run = await OrderAsync();
        var fate = new Fate(1, Moment.Before);
        _workspaces.Files = files => Mortal.Of(files, fate);
        await Should.ThrowAsync<KilledException>(() => StepByStepAsync(run));
        Damage("outcomes");

        var item = new WorkItem(OneWorkspace.Name, run, WorkStep.Conclude);
        await Should.ThrowAsync<StoreDamage>(() => Steps.GiveUpAsync(item, "It failed.", default));

        (await Store.Runs.FindAsync(run, default)).ShouldNotBeNull().Verdict.ShouldBe(Verdict.Drift);
        (await Store.Tickets.ListAsync(default)).ShouldBeEmpty();
        (await Store.Tickets.FindTurnAsync(default)).ShouldBeNull();
        (await Steps.GiveUpAsync(item, "It failed.", default)).ShouldBe(StepResult.Nothing);
    }

    /// <summary>With an approved baseline, and a preview that was accepted before it goes live.</summary>
    private async Task PreparedAsync()
    {
        await _guarded.ApprovedAsync();
        var edited = Guarded.Model.Replace("points: 50", "points: 30", StringComparison.Ordinal);
        var preview = await _guarded.PreviewAsync(edited);
        (await _guarded.DecideAsync(preview.Id)).ShouldBeOfType<DecisionOutcome.Recorded>();
    }

    /// <summary>Cuts the newest file short.</summary>
    /// <returns>Its name.</returns>
    private string Damage(string what)
    {
        var path = Path.Combine(_guarded.StorePath, what);
        var file = File.Exists(path)
            ? path
            : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..20]);
        return Path.GetFileName(file);
    }

    private async Task<string> OrderAsync() =>
        (
            await new OrderRun(_workspaces, _queue).ExecuteAsync(
                new(OneWorkspace.Name, "test", "Ann", null, null),
                default
            )
        )
            .ShouldBeOfType<RunOrdered.Accepted>()
            .Run;

    private async Task<StepResult> StepByStepAsync(string run)
    {
        foreach (var step in (WorkStep[])[WorkStep.Start, WorkStep.Replay])
        {
            await Steps.ExecuteAsync(new(OneWorkspace.Name, run, step), default);
        }

        return await Steps.ExecuteAsync(new(OneWorkspace.Name, run, WorkStep.Conclude), default);
    }

    private async Task EndedAsync(string run, Verdict verdict, string code, string file)
    {
        var record = (await Store.Runs.FindAsync(run, default)).ShouldNotBeNull();
        record.Verdict.ShouldBe(verdict);
        var diagnostic = record.Diagnostics.ShouldHaveSingleItem();
        diagnostic.Code.ShouldBe(code);
        diagnostic.File.ShouldEndWith(file);
        (await Store.Tickets.ListAsync(default)).ShouldBeEmpty();
        (await Store.Tickets.FindTurnAsync(default)).ShouldBeNull();
        await using var report = await Store.Files.FindAsync(run, "report.html", default);
        report.ShouldNotBeNull();
    }
}
