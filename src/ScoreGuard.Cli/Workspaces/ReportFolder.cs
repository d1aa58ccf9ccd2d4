using System.Collections.Immutable;
using System.Text;
using ScoreGuard.Application.Runs;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting;
using ScoreGuard.Reporting.Csv;

namespace ScoreGuard.Cli.Workspaces;

/// <summary>A report in a folder: each of its files is written whole or not at all, drift.csv while the leads are compared.</summary>
/// <param name="asked">Where the user wants it; null: under the run's name in <paramref name="usual"/>.</param>
internal sealed class ReportFolder(string? asked, string usual) : IReportOutput, IChangeSink, IDisposable
{
    private ImmutableArray<string> _dimensions = [];
    private StreamWriter? _writer;
    private DriftCsv? _changes;

    /// <summary>Where the report is, once it is finished.</summary>
    public string Folder { get; private set; } = "";

    private string Spool => Path.Combine(asked ?? usual, $"{ReportFiles.DriftCsvName}.{Environment.ProcessId}.tmp");

    public IChangeSink OpenChanges(ImmutableArray<string> dimensions)
    {
        _dimensions = dimensions;
        Open();
        return this;
    }

    public void Write(LeadChange change) => _changes!.WriteRow(change);

    public void Finish(RunReport report)
    {
        // A run that could not judge has no changes to show, whatever was found before it broke.
        if (_writer is null || report.Verdict == Verdict.Broken)
        {
            Open();
        }

        Folder = asked ?? Path.Combine(usual, report.Run.Id);
        Directory.CreateDirectory(Folder);
        _writer!.Dispose();
        _writer = null;
        File.Move(Spool, Path.Combine(Folder, ReportFiles.DriftCsvName), overwrite: true);
        foreach (var file in ReportFiles.All)
        {
            WriteWhole(Path.Combine(Folder, file.Name), stream => file.Write(report, stream));
        }
    }

    public void Dispose()
    {
        if (_writer is not null)
        {
            try
            {
                _writer.Dispose();
            }
            finally
            {
                File.Delete(Spool);
            }
        }
    }

    private static void WriteWhole(string path, Action<Stream> write)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var stream = File.Create(temporary))
            {
                write(stream);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private void Open()
    {
        _writer?.Dispose();
        Directory.CreateDirectory(asked ?? usual);
        _writer = new(Spool, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        _changes = new(_writer, _dimensions);
        _changes.WriteHeader();
    }
}
