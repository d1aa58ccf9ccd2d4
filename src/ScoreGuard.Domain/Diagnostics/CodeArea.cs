namespace ScoreGuard.Domain.Diagnostics;

/// <summary>The codes of one part of the product, in the order in which they are defined.</summary>
/// <remarks>
/// A new area is one static class beside <see cref="DocumentCodes"/>, listed in <see cref="DiagnosticCodes.Areas"/>.
/// </remarks>
/// <param name="title">The heading in docs/diagnostics.md.</param>
/// <param name="prefix">What all its codes begin with, as <c>SG10</c>.</param>
public sealed class CodeArea(string title, string prefix)
{
    private readonly List<DiagnosticCode> codes = [];

    public string Title { get; } = title;

    public string Prefix { get; } = prefix;

    public IReadOnlyList<DiagnosticCode> Codes => codes;

    /// <exception cref="ArgumentException">The code lies outside the area, or is not greater than the one before.</exception>
    public DiagnosticCode Define(string code, string title, string remedy)
    {
        if (
            !code.StartsWith(Prefix, StringComparison.Ordinal)
            || (codes.Count > 0 && string.CompareOrdinal(codes[^1].Code, code) >= 0)
        )
        {
            throw new ArgumentException($"{code} is out of order in {Prefix}.", nameof(code));
        }

        var defined = new DiagnosticCode(code, title, remedy);
        codes.Add(defined);
        return defined;
    }
}
