namespace ScoreGuard.Reporting.JUnit;

internal sealed record JUnitSuite(string Name, IReadOnlyList<JUnitTest> Tests)
{
    public int CountOf(string element) =>
        Tests.Count(test => string.Equals(test.Element, element, StringComparison.Ordinal));
}
