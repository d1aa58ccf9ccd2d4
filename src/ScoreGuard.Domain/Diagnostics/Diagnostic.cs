using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Domain.Diagnostics;

/// <summary>Something that a user can fix: what is wrong, where, and what would be right.</summary>
/// <param name="Code">Stable: <c>SG1xxx</c> model, <c>SG2xxx</c> leads, <c>SG3xxx</c> replay, <c>SG4xxx</c> lead plan, <c>SG5xxx</c> workspace and store.</param>
/// <param name="File">The file as the user named it.</param>
/// <param name="At">Where in the file; null where the file as a whole is meant.</param>
/// <param name="Path">Where in the document, as <c>scores.fit.rules[2].when.country</c>; empty for the root.</param>
/// <param name="Message">One sentence: what is wrong and what would be right. Never a lead's name or address.</param>
public sealed record Diagnostic(
    string Code,
    Severity Severity,
    string File,
    SourcePosition? At,
    string Path,
    string Message
)
{
    /// <summary><c>model.yaml:12:7: error SG1003: … (scores.fit.rules[2])</c>, as editors and CI logs link it.</summary>
    public override string ToString()
    {
        var place = At is { } at ? $"{File}:{at.Line}:{at.Column}" : File;
        var path = Path.Length == 0 ? "" : $" ({Path})";
        return $"{place}: {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message}{path}";
    }
}
