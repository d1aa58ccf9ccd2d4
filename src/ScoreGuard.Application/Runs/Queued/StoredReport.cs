using System.Collections.Immutable;
using System.Text;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting;
using ScoreGuard.Reporting.Csv;

namespace ScoreGuard.Application.Runs.Queued;

/// <summary>A report that is kept with its run; the changed leads wait in a scratch stream meanwhile, however many they are.</summary>
internal sealed class StoredReport(Func<Stream> scratch) : IReportOutput, IChangeSink, IAsyncDisposable
{
    private ImmutableArray<string> _dimensions = [];
    private Stream? _spool;
    private StreamWriter? _writer;
    private DriftCsv? _changes;

    public RunReport? Report { get; private set; }

    public IChangeSink OpenChanges(ImmutableArray<string> dimensions)
    {
        _dimensions = dimensions;
        Open();
        return this;
    }

    public void Write(LeadChange change) => _changes!.WriteRow(change);

    public void Finish(RunReport report)
    {
        Report = report;
        // A run that could not judge has no changes to show, whatever was found before it broke.
        if (_writer is null || report.Verdict == Verdict.Broken)
        {
            Open();
        }
    }

    /// <summary>Puts every file where it is looked for; after <see cref="Finish"/>.</summary>
    public async Task SaveAsync(IRunFiles files, CancellationToken cancellationToken)
    {
        var report = Report!;
        await _writer!.FlushAsync(cancellationToken);
        _spool!.Position = 0;
        await files.SaveAsync(report.Run.Id, ReportFiles.DriftCsvName, _spool, cancellationToken);
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
        if (_writer is not null)
        {
            await _writer.DisposeAsync();
        }
    }

    private void Open()
    {
        _writer?.Dispose();
        _spool = scratch();
        _writer = new(_spool, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        _changes = new(_writer, _dimensions);
        _changes.WriteHeader();
    }
}
