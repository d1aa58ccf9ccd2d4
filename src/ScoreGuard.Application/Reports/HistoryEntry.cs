using ScoreGuard.Domain;

namespace ScoreGuard.Application.Reports;

/// <summary>Something that happened in a workspace.</summary>
/// <param name="Id">Of the run or decision.</param>
/// <param name="What"><c>run</c>, <c>preview</c> or <c>decision</c>.</param>
/// <param name="Result">A verdict as the design spells it, or <c>accept</c>, <c>reject</c>, <c>promote</c>.</param>
public sealed record HistoryEntry(Instant At, string Id, string What, string Result, string Sentence);
