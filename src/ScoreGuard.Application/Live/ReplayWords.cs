using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Application.Live;

/// <summary>What a journal's entries say to somebody who waits.</summary>
internal static class ReplayWords
{
    /// <returns>Null: nothing that one waits for.</returns>
    public static string? Of(JournalEntry entry) =>
        entry.Step switch
        {
            JournalStep.Creating => $"Creating {Of(CaseKey.Parse(entry.Items[0].Case).Group, entry.Items.Length)}.",
            JournalStep.Complete =>
                $"Did what {Of(CaseKey.Parse(entry.Items[0].Case).Group, entry.Items.Length)} had to do; now they settle.",
            JournalStep.Looked =>
                $"Looked at {Of(entry.Items[0].Case[0])}: {(entry.Items.Length == 1 ? "nothing changed" : $"{Counted.Of(entry.Items.Length - 1, "lead")} changed")}.",
            JournalStep.Ended => "Cleaning up.",
            JournalStep.Cleaned => entry.Items.IsEmpty
                ? "Cleaned up: nothing is left."
                : $"Cleaned up, but for {Counted.Of(entry.Items.Length, "record")}.",
            _ => null,
        };

    private static string Of(char group, int count) =>
        group == CaseKey.Population ? Counted.Of(count, "lead")
        : group == CaseKey.Canary ? Of(group)
        : $"{Counted.Of(count, "lead")} for the second look";

    private static string Of(char group) =>
        group switch
        {
            CaseKey.Canary => "the lead that goes first",
            CaseKey.Confirmation => "the leads of the second look",
            _ => "the leads",
        };
}
