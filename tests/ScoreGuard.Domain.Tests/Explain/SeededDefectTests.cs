using System.Text;
using ScoreGuard.Domain.Explain;
using ScoreGuard.Testing;
using ScoreGuard.Testing.SeededDefects;

namespace ScoreGuard.Domain.Tests.Explain;

/// <summary>The known failure modes as the diff tells them, and as the pinned leads feel them.</summary>
public sealed class SeededDefectTests
{
    private static readonly Instant AsOf = Some("2026-03-10T12:00:00Z");

    public static TheoryData<SeededDefect> Defects => [.. KnownDefects.All];

    [Fact]
    public void Every_known_failure_mode_is_seeded() =>
        KnownDefects.All.Select(defect => defect.Mode).Distinct().ShouldBe(Enumerable.Range(1, 10));

    [Theory]
    [MemberData(nameof(Defects), DisableDiscoveryEnumeration = true)]
    public void A_seeded_defect_is_told_in_one_sentence(SeededDefect defect)
    {
        var (before, after) = (Model(defect), Model(defect, seeded: true));
        var edit = ModelDiff.Between(before, after).ShouldHaveSingleItem();
        (edit.Kind, edit.Area, edit.Name).ShouldBe((defect.Edit, defect.Area, defect.Name));
        edit.Sentence.ShouldBe(defect.Sentence);
        edit.Touches.ShouldContain(defect.Name);
    }

    [Theory]
    [MemberData(nameof(Defects), DisableDiscoveryEnumeration = true)]
    public void A_seeded_defect_moves_the_lead_that_was_pinned_for_it(SeededDefect defect)
    {
        var before = Outcome(defect, Model(defect));
        var after = Outcome(defect, Model(defect, seeded: true));
        after.ShouldNotBe(before);
    }

    private static Domain.Models.ScoringModel Model(SeededDefect defect, bool seeded = false)
    {
        var text = SampleFiles.Read(defect.Sample, "model.yaml");
        return ModelTexts.Read(seeded ? defect.SeedInto(text) : text);
    }

    private static string Outcome(SeededDefect defect, Domain.Models.ScoringModel model)
    {
        var lead = File.ReadLines(SampleFiles.PathOf(defect.Sample, "pinned-leads.jsonl"))
            .Single(line => line.StartsWith($$"""{"id":"{{defect.Lead}}",""", StringComparison.Ordinal));
        return ModelTexts.Outcomes(model, new MemoryStream(Encoding.UTF8.GetBytes(lead)), AsOf).ShouldHaveSingleItem();
    }

    private static Instant Some(string text) =>
        InstantText.TryParse(text, out var instant) ? instant : throw new ArgumentException(text, nameof(text));
}
