namespace ScoreGuard.Infra.Tests.Syntax;

/// <summary>A <c>param</c> of a Bicep file.</summary>
/// <param name="Default">The expression after its equals sign; null where whoever calls has to give a value.</param>
/// <param name="Decorators">The names of its decorators: <c>description</c>, <c>secure</c>.</param>
public sealed record BicepParameter(string Name, SyntaxNode? Default, IReadOnlyList<string> Decorators);
