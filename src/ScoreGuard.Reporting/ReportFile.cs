using ScoreGuard.Domain.Reports;

namespace ScoreGuard.Reporting;

/// <summary>One form of a report, ready to be written wherever the caller keeps files.</summary>
/// <param name="Name">As users find it: <c>report.html</c>.</param>
/// <param name="MediaType">For HTTP and mail, with its charset.</param>
/// <param name="Write">Writes UTF-8 and leaves the stream open; throws <see cref="ArgumentException"/> where the report's parts do not sum.</param>
public sealed record ReportFile(string Name, string MediaType, Action<RunReport, Stream> Write);
