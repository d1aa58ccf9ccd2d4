using System.Text;
using ScoreGuard.Application.Runs;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting;
using ScoreGuard.Reporting.Csv;

namespace ScoreGuard.Cli.Workspaces;

/// <summary>A report in a folder: each of its files is written whole or not at all, its tables while the leads are compared.</summary>
/// <param name="asked">Where the user wants it; null: under the run's name in <paramref name="usual"/>.</param>
internal sealed class ReportFolder(string? asked, string usual) : IReportOutput, IChangeSink, IOutcomeSink, IDisposable
{
    private ChangeColumns _columns = new([], []);
    private DriftCsv? _changes;
    private StreamWriter? _changesFile;
    private OutcomesCsv? _outcomes;
    private StreamWriter? _outcomesFile;

    /// <summary>Where the report is, once it is finished.</summary>
    public string Folder { get; private set; } = "";

    public IChangeSink OpenChanges(ChangeColumns columns)
    {
        _columns = columns;
        OpenChanges();
        return this;
    }

    public IOutcomeSink OpenOutcomes(OutcomeColumns columns)
    {
        _outcomesFile = Open(ReportFiles.OutcomesCsvName);
        _outcomes = new(_outcomesFile, columns);
        _outcomes.WriteHeader();
        return this;
    }

    public void Write(LeadChange change) => _changes!.WriteRow(change);

    public void Write(OutcomeRow row) => _outcomes!.WriteRow(row);

    public void Finish(RunReport report)
    {
        // A run that could not judge has no changes to show, whatever was found before it broke.
        if (_changesFile is null || report.Verdict == Verdict.Broken)
        {
            OpenChanges();
        }

        Folder = asked ?? Path.Combine(usual, report.Run.Id);
        Directory.CreateDirectory(Folder);
        Keep(ref _changesFile, ReportFiles.DriftCsvName);
        if (report.Listed is null)
        {
            // In a folder that is used again an earlier run's outcomes would pass for this one's.
            Drop(ref _outcomesFile, ReportFiles.OutcomesCsvName);
            File.Delete(Path.Combine(Folder, ReportFiles.OutcomesCsvName));
        }
        else
        {
            Keep(ref _outcomesFile, ReportFiles.OutcomesCsvName);
        }

        foreach (var file in ReportFiles.All)
        {
            WriteWhole(Path.Combine(Folder, file.Name), stream => file.Write(report, stream));
        }
    }

    public void Dispose()
    {
        try
        {
            Drop(ref _changesFile, ReportFiles.DriftCsvName);
        }
        finally
        {
            Drop(ref _outcomesFile, ReportFiles.OutcomesCsvName);
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

    private void OpenChanges()
    {
        _changesFile?.Dispose();
        _changesFile = Open(ReportFiles.DriftCsvName);
        _changes = new(_changesFile, _columns);
        _changes.WriteHeader();
    }

    private StreamWriter Open(string name)
    {
        Directory.CreateDirectory(asked ?? usual);
        return new(Spool(name), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
    }

    private void Keep(ref StreamWriter? file, string name)
    {
        file!.Dispose();
        file = null;
        File.Move(Spool(name), Path.Combine(Folder, name), overwrite: true);
    }

    private void Drop(ref StreamWriter? file, string name)
    {
        if (file is null)
        {
            return;
        }

        try
        {
            file.Dispose();
        }
        finally
        {
            file = null;
            File.Delete(Spool(name));
        }
    }

    private string Spool(string name) => Path.Combine(asked ?? usual, $"{name}.{Environment.ProcessId}.tmp");
}
