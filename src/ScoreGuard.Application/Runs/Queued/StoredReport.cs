using System.Text;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting;
using ScoreGuard.Reporting.Csv;

namespace ScoreGuard.Application.Runs.Queued;

/// <summary>A report that is kept with its run; its tables wait in scratch streams meanwhile, however many leads they have.</summary>
internal sealed class StoredReport(Func<Stream> scratch) : IReportOutput, IChangeSink, IOutcomeSink, IAsyncDisposable
{
    private ChangeColumns _columns = new([], []);
    private DriftCsv? _changes;
    private StreamWriter? _changesFile;
    private OutcomesCsv? _outcomes;
    private StreamWriter? _outcomesFile;

    public RunReport? Report { get; private set; }

    public IChangeSink OpenChanges(ChangeColumns columns)
    {
        _columns = columns;
        OpenChanges();
        return this;
    }

    public IOutcomeSink OpenOutcomes(OutcomeColumns columns)
    {
        _outcomesFile = Open();
        _outcomes = new(_outcomesFile, columns);
        _outcomes.WriteHeader();
        return this;
    }

    public void Write(LeadChange change) => _changes!.WriteRow(change);

    public void Write(OutcomeRow row) => _outcomes!.WriteRow(row);

    public void Finish(RunReport report)
    {
        Report = report;
        // A run that could not judge has no changes to show, whatever was found before it broke.
        if (_changesFile is null || report.Verdict == Verdict.Broken)
        {
            OpenChanges();
        }
    }

    /// <summary>Puts every file where it is looked for; after <see cref="Finish"/>.</summary>
    public async Task SaveAsync(IRunFiles files, CancellationToken cancellationToken)
    {
        var report = Report!;
        await SaveAsync(files, report, ReportFiles.DriftCsvName, _changesFile!, cancellationToken);
        if (report.Listed is not null)
        {
            await SaveAsync(files, report, ReportFiles.OutcomesCsvName, _outcomesFile!, cancellationToken);
        }

        foreach (var file in ReportFiles.All)
        {
            using var content = new MemoryStream();
            file.Write(report, content);
            content.Position = 0;
            await files.SaveAsync(report.Run.Id, file.Name, content, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in (StreamWriter?[])[_changesFile, _outcomesFile])
        {
            if (file is not null)
            {
                await file.DisposeAsync();
            }
        }
    }

    private static async Task SaveAsync(
        IRunFiles files,
        RunReport report,
        string name,
        StreamWriter table,
        CancellationToken cancellationToken
    )
    {
        await table.FlushAsync(cancellationToken);
        table.BaseStream.Position = 0;
        await files.SaveAsync(report.Run.Id, name, table.BaseStream, cancellationToken);
    }

    private void OpenChanges()
    {
        _changesFile?.Dispose();
        _changesFile = Open();
        _changes = new(_changesFile, _columns);
        _changes.WriteHeader();
    }

    private StreamWriter Open() => new(scratch(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
}
