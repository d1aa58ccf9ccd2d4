using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Runs;

/// <summary>What to run.</summary>
/// <param name="Reason">Why, as the user says; may be empty.</param>
/// <param name="ModelName">The model's file as diagnostics name it.</param>
/// <param name="Model">Its bytes; null: there is no such file.</param>
public sealed record RunRequest(RunKind Kind, string Reason, string ModelName, byte[]? Model);
