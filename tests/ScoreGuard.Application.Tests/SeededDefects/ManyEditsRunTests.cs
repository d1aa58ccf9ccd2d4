using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Tests.SeededDefects;

/// <summary>Three edits in one night, as the demo makes them: can a person decide on what the run found?</summary>
public sealed class ManyEditsRunTests(GuardedSamples samples) : IClassFixture<GuardedSamples>
{
    private static readonly (string Name, string Was, string Now)[] Edits =
    [
        ("mql", "to: MQL, when: { score.person: '>= 100'", "to: MQL, when: { score.person: '>= 90'"),
        (
            "idle-30",
            "points: -10, limit: { times: 1, per: 30d }, note: 'No activity",
            "points: -25, limit: { times: 1, per: 30d }, note: 'No activity"
        ),
        ("country", "DE: [Germany, Deutschland, DEU]", "DE: [Deutschland, DEU]"),
    ];

    [Fact]
    public async Task Hundreds_of_leads_moved_by_three_edits_are_a_few_decisions()
    {
        var (report, changes) = await RunAsync(Edits);
        changes.Count.ShouldBeGreaterThan(200);
        report.Causes.Length.ShouldBeInRange(4, 15);
        report.Causes.ShouldAllBe(cause => !cause.Edits.IsEmpty);
        report.Causes.Select(cause => cause.Leads).ShouldBeInOrder(SortDirection.Descending);
        report
            .Causes.ToDictionary(cause => cause.Id, cause => cause.Leads)
            .ShouldBe(
                changes.GroupBy(change => change.Cause).ToDictionary(leads => leads.Key, leads => leads.Count()),
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task A_lead_that_one_of_the_edits_moves_alone_is_laid_to_that_edit()
    {
        var alone = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var edit in Edits)
        {
            alone[edit.Name] = [.. (await RunAsync(edit)).Changes.Select(change => change.Lead)];
            alone[edit.Name].ShouldNotBeEmpty();
        }

        var (report, changes) = await RunAsync(Edits);
        var sentences = report.Edits.ToDictionary(edit => edit.Sentence, edit => edit.Name);
        var causes = report.Causes.ToDictionary(
            cause => cause.Id,
            cause => cause.Edits.Select(edit => sentences[edit]).ToHashSet()
        );
        var wrong = changes
            .Select(change => (change.Lead, Said: causes[change.Cause], By: alone.Keys.Where(By(change.Lead)).ToList()))
            .Where(change => change.By is [var only] && !change.Said.Contains(only));
        wrong.ShouldBeEmpty();

        Func<string, bool> By(string lead) => edit => alone[edit].Contains(lead);
    }

    private async Task<(RunReport Report, List<LeadChange> Changes)> RunAsync(
        params (string Name, string Was, string Now)[] edits
    )
    {
        var workspace = samples.Copy("gitlab");
        foreach (var (_, was, now) in edits)
        {
            workspace.EditModel(model =>
            {
                model.ShouldContain(was);
                return model.Replace(was, now, StringComparison.Ordinal);
            });
        }

        var (run, captured) = await workspace.RunAsync(TestContext.Current.CancellationToken);
        run.Run.Verdict.ShouldBe(Verdict.Drift);
        return (run.Report, captured.Changes);
    }
}
