using ScoreGuard.Domain.Runs;
using ScoreGuard.Testing;
using ScoreGuard.Testing.SeededDefects;

namespace ScoreGuard.Application.Tests.SeededDefects;

/// <summary>A defect goes into the model, the nightly run comes by: does its report say what a person must know?</summary>
public sealed class SeededDefectRunTests(GuardedSamples samples) : IClassFixture<GuardedSamples>
{
    public static TheoryData<SeededDefect> Defects => [.. KnownDefects.All];

    public static TheoryData<string> Samples => [.. SampleFiles.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_that_nobody_edited_passes(string sample)
    {
        var (run, captured) = await samples.Copy(sample).RunAsync(TestContext.Current.CancellationToken);
        run.Run.Verdict.ShouldBe(Verdict.Passed);
        captured.Changes.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Defects), DisableDiscoveryEnumeration = true)]
    public async Task The_report_of_a_seeded_defect_names_it_and_shows_whom_it_moved(SeededDefect defect)
    {
        var workspace = samples.Copy(defect.Sample);
        workspace.EditModel(defect.SeedInto);

        var (run, captured) = await workspace.RunAsync(TestContext.Current.CancellationToken);

        run.Run.Verdict.ShouldBe(Verdict.Drift);
        var edit = run.Report.Edits.ShouldHaveSingleItem();
        (edit.Name, edit.Sentence).ShouldBe((defect.Name, defect.Sentence));
        (edit.Change, edit.Area).ShouldBe(
            (defect.Edit.ToString().ToLowerInvariant(), defect.Area.ToString().ToLowerInvariant())
        );
        var change = captured.Changes.Single(change => change.Lead == defect.Lead);
        change.Kind.ShouldBe(defect.Kind);
        run.Report.Causes.Single(cause => cause.Id == change.Cause).Edits.ShouldBe([defect.Sentence]);
    }
}
