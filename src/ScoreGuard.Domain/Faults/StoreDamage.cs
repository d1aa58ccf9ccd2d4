using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Faults;

/// <summary>Something stored is not what was stored: truncated, changed, or gone. A run that meets it is broken, never passed.</summary>
public sealed class StoreDamage(Diagnostic diagnostic) : Exception(diagnostic.ToString())
{
    public Diagnostic Diagnostic { get; } = diagnostic;

    /// <param name="resource">The file or entity.</param>
    public static StoreDamage Of(DiagnosticCode code, string resource, string message) =>
        new(new Diagnostic(code.Code, Severity.Error, resource, null, "", message));
}
