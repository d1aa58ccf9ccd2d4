using System.Runtime.InteropServices;

namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>What became of a lead; filled again for the next one. Scores are in thousandths of a point.</summary>
public sealed class LeadOutcome
{
    public const int BehaviourRules = (int)BehaviourRule.Unsubscribed + 1;

    public FitRules Fit { get; set; }
    public int FitScore { get; set; }
    public int BehaviourScore { get; set; }
    public Stage Stage { get; set; }

    /// <summary>By <see cref="BehaviourRule"/>, aged.</summary>
    public int[] Points { get; } = new int[BehaviourRules];

    public List<StageEntry> History { get; } = [];
    public List<Route> Routes { get; } = [];
    public List<SlaClock> Clocks { get; } = [];
    public List<Note> Notes { get; } = [];

    public void Clear()
    {
        Array.Clear(Points);
        History.Clear();
        Routes.Clear();
        Clocks.Clear();
        Notes.Clear();
    }

    /// <param name="By">Null: creation.</param>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct StageEntry(Stage Stage, long At, string? By);

    /// <param name="By">Null: the default route.</param>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Route(long At, string To, string? By, long AlertDue);

    [StructLayout(LayoutKind.Auto)]
    public readonly record struct SlaClock(long At, long Due, SlaStatus Status);

    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Note(long At, FieldName Field);
}
