using System.Collections.Immutable;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Domain.Diagnostics;

/// <summary>Collects everything that is wrong with one file while it is read.</summary>
/// <param name="file">The file as the user named it.</param>
public sealed class DiagnosticBag(string file)
{
    /// <summary>How many are kept; a hostile file must not fill the memory with complaints about itself.</summary>
    public const int Limit = 1_000;

    private readonly List<Diagnostic> diagnostics = [];
    private int left;

    public string File { get; } = file;

    /// <summary>Errors reported so far. Compared before and after, it tells whether a part was read without any.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>True once further diagnostics are only counted; a caller may then spare itself the costly ones.</summary>
    public bool IsFull => diagnostics.Count >= Limit;

    public void Error(DiagnosticCode code, SourcePosition? at, DocumentPath path, string message)
    {
        ErrorCount++;
        Add(code, Severity.Error, at, path, message);
    }

    public void Warn(DiagnosticCode code, SourcePosition? at, DocumentPath path, string message) =>
        Add(code, Severity.Warning, at, path, message);

    /// <summary>Takes over what another bag collected, of a later part of the same file.</summary>
    public void Append(DiagnosticBag later)
    {
        ArgumentNullException.ThrowIfNull(later);
        ErrorCount += later.ErrorCount;
        left += later.left;
        foreach (var diagnostic in later.diagnostics)
        {
            if (IsFull)
            {
                left++;
            }
            else
            {
                diagnostics.Add(diagnostic);
            }
        }
    }

    /// <summary>The value that <paramref name="make"/> gives if there was no error, else all diagnostics in document order.</summary>
    public Parsed<T> Conclude<T>(Func<T> make)
    {
        var all = InDocumentOrder();
        return ErrorCount > 0 ? new Parsed<T>.Refused(all) : new Parsed<T>.Ok(make(), all);
    }

    /// <summary>Everything reported so far, by line and column; at one place in the order of reporting.</summary>
    public ImmutableArray<Diagnostic> InDocumentOrder()
    {
        var ordered = diagnostics.OrderBy(d => d.At?.Line ?? 0).ThenBy(d => d.At?.Column ?? 0).ToList();
        if (left > 0)
        {
            var message = $"{left} more errors are not listed; correct the {Limit} above and try again.";
            ordered.Add(new(DocumentCodes.TooManyErrors.Code, Severity.Error, File, null, "", message));
        }

        return [.. ordered];
    }

    private void Add(DiagnosticCode code, Severity severity, SourcePosition? at, DocumentPath path, string message)
    {
        if (IsFull)
        {
            left++;
            return;
        }

        diagnostics.Add(new(code.Code, severity, File, at, path.ToString(), message));
    }
}
