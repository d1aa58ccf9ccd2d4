using System.Collections.Immutable;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;

namespace ScoreGuard.Application.Runs;

/// <summary>Where a run's report goes.</summary>
public interface IReportOutput
{
    /// <summary>Takes the changed leads while they are found.</summary>
    /// <param name="dimensions">Every dimension that an outcome of either side may have.</param>
    IChangeSink OpenChanges(ImmutableArray<string> dimensions);

    /// <summary>Writes the report and puts it where it is looked for; after the last change.</summary>
    void Finish(RunReport report);
}
