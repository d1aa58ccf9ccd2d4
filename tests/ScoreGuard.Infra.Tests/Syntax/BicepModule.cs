namespace ScoreGuard.Infra.Tests.Syntax;

/// <summary>A <c>module</c> of a Bicep file.</summary>
/// <param name="Path">As it is written: relative to the file.</param>
/// <param name="Arguments">The names of the parameters that it is given.</param>
public sealed record BicepModule(string Symbol, string Path, IReadOnlyList<string> Arguments);
