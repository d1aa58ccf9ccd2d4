using System.Buffers;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Domain.Targets;

/// <summary>Something that scores leads when it is asked, and keeps nothing of them.</summary>
/// <remarks>Safe for many callers at once.</remarks>
public interface IScoringService
{
    /// <summary>Asks what becomes of leads; an outcome line each (section 7 of the specification), in their order.</summary>
    /// <param name="diagnostics">Gets an error for each lead that was refused; such a lead gives no line.</param>
    /// <returns>How many lines were written.</returns>
    /// <exception cref="TargetFault">It could not be reached, refused, or answered what its description does not allow.</exception>
    Task<int> ScoreAsync(
        LeadBatch leads,
        IBufferWriter<byte> outcomes,
        DiagnosticBag diagnostics,
        CancellationToken cancellationToken
    );
}

/// <summary>Leads to be scored.</summary>
/// <param name="Lines">JSON lines, one a lead.</param>
/// <param name="FirstLine">The number of the first of them in its file, from 1.</param>
/// <param name="AsOf">The instant for which they are scored.</param>
public sealed record LeadBatch(ReadOnlyMemory<byte> Lines, int FirstLine, Instant AsOf);
