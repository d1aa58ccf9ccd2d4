namespace ScoreGuard.Domain.Diagnostics;

/// <summary>How grave a diagnostic is. An error refuses the whole file; a warning does not.</summary>
public enum Severity
{
    Error,
    Warning,
}
