using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>Where leads stood and stand: the moves in order of size, and the whole matrix.</summary>
/// <param name="Moves">Null: nobody moved.</param>
/// <param name="Matrix">Null where nothing was compared.</param>
/// <param name="Now">Leads a stage where nothing was compared.</param>
internal sealed record StagesView(MovesView? Moves, MatrixView? Matrix, IReadOnlyList<TotalView> Now)
{
    private const string NoStage = "(no stage)";

    public static StagesView? Of(RunReport report)
    {
        if (report.Stages.IsEmpty || report.IsStill())
            return null;

        return report.IsCompared()
            ? new(MovesView.Of(report.Stages, NoStage), MatrixView.Of(report.Stages, NoStage), [])
            : new(Moves: null, Matrix: null, TotalView.After(report.Stages, NoStage));
    }
}
