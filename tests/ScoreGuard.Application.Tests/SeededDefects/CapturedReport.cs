using ScoreGuard.Application.Runs;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Reports;

namespace ScoreGuard.Application.Tests.SeededDefects;

/// <summary>A report kept in memory with every changed lead, not only the gravest.</summary>
internal sealed class CapturedReport : IReportOutput, IChangeSink, IOutcomeSink
{
    public List<LeadChange> Changes { get; } = [];

    public RunReport? Report { get; private set; }

    public IChangeSink OpenChanges(ChangeColumns columns) => this;

    public IOutcomeSink OpenOutcomes(OutcomeColumns columns) => this;

    public void Write(OutcomeRow row)
    {
        // Nobody asks for them here.
    }

    public void Write(LeadChange change) => Changes.Add(change);

    public void Finish(RunReport report) => Report = report;
}
