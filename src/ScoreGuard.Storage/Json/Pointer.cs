namespace ScoreGuard.Storage.Json;

/// <summary>Which of several immutable documents is current.</summary>
/// <param name="Current">Its name: a version, or a root.</param>
/// <param name="Digest">Of its whole file, so that the pointer cannot come to mean something else.</param>
internal sealed record Pointer(string Current, string Digest);
