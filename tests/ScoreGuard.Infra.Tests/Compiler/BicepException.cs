namespace ScoreGuard.Infra.Tests.Compiler;

/// <summary>The compiler cannot do what it is asked for.</summary>
public sealed class BicepException(string message) : Exception(message);
