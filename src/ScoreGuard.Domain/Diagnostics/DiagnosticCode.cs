namespace ScoreGuard.Domain.Diagnostics;

/// <summary>A kind of mistake with a name that never changes; docs/diagnostics.md has a line for each.</summary>
/// <param name="Code">As <c>SG1003</c>; never given to another mistake, also when this one can no longer happen.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Remedy">What to do about it, in one line.</param>
public sealed record DiagnosticCode(string Code, string Title, string Remedy)
{
    public override string ToString() => Code;
}
