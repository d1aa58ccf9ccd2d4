using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Reports;

namespace ScoreGuard.Application.Runs;

/// <summary>Where a run's report goes.</summary>
public interface IReportOutput
{
    /// <summary>Takes the changed leads while they are found.</summary>
    IChangeSink OpenChanges(ChangeColumns columns);

    /// <summary>Takes the outcomes that people shall look through, where there are such.</summary>
    IOutcomeSink OpenOutcomes(OutcomeColumns columns);

    /// <summary>
    /// Writes the report and puts it where it is looked for; after the last change. The outcomes belong to it if it says that they are
    /// listed, else they are thrown away.
    /// </summary>
    void Finish(RunReport report);
}
