using System.Collections.Immutable;

namespace ScoreGuard.Domain.Diagnostics;

/// <summary>What came of reading something that a user wrote: a value, or every reason why there is none.</summary>
public abstract record Parsed<T>
{
    private Parsed() { }

    /// <summary>It was read; <paramref name="Warnings"/> may be empty.</summary>
    public sealed record Ok(T Value, ImmutableArray<Diagnostic> Warnings) : Parsed<T>;

    /// <summary>It was refused whole; <paramref name="Diagnostics"/> holds at least one error, in order of place.</summary>
    public sealed record Refused(ImmutableArray<Diagnostic> Diagnostics) : Parsed<T>;
}
