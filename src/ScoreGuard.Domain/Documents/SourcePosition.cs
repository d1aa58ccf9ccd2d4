namespace ScoreGuard.Domain.Documents;

/// <summary>A place in a text: line and column, both from 1; a column counts UTF-16 units.</summary>
public readonly record struct SourcePosition(int Line, int Column);
