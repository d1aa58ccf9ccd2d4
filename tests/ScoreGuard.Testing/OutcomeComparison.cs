using System.Text;
using System.Text.Json;
using ScoreGuard.Testing.Generators;

namespace ScoreGuard.Testing;

/// <summary>Compares outcome lines byte by byte and says where they part, with what it takes to see it again.</summary>
public static class OutcomeComparison
{
    /// <exception cref="OutcomesDifferException">The bytes differ.</exception>
    public static void AssertEqual(GeneratedCase generated, byte[] expected, byte[] actual)
    {
        if (!expected.AsSpan().SequenceEqual(actual))
            throw new OutcomesDifferException(Difference(generated, expected, actual));
    }

    /// <summary>
    /// The first lead whose outcomes differ, both lines, and the case up to that lead (the leads before it may matter: what
    /// one lead leaves behind must not reach the next).
    /// </summary>
    public static string Difference(GeneratedCase generated, byte[] expected, byte[] actual)
    {
        var (wanted, got) = (Lines(expected), Lines(actual));
        var leads = generated.LeadsJsonl.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).ToArray();
        var first = 0;
        while (first < wanted.Length && first < got.Length && wanted[first] == got[first])
            first++;
        var (want, have) = (wanted.ElementAtOrDefault(first), got.ElementAtOrDefault(first));
        var parting = (want ?? "").Zip(have ?? "").TakeWhile(pair => pair.First == pair.Second).Count();
        return $"""
            Outcome {first + 1} of {wanted.Length} differs (there are {got.Length}).
            keys:     {string.Join(", ", DifferentKeys(want, have))}
            expected: {want ?? "nothing"}
            actual:   {have ?? "nothing"}
            from:     {new string(' ', parting)}^
            leads:    {string.Join("\n          ", leads.Take(first + 1))}
            as of:    {generated.AsOf}
            model:    {generated.ModelJson}
            """;
    }

    private static string[] Lines(byte[] bytes) =>
        Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> DifferentKeys(string? expected, string? actual)
    {
        var (wanted, got) = (Parts(expected), Parts(actual));
        return wanted.Keys.Union(got.Keys).Where(key => wanted.GetValueOrDefault(key) != got.GetValueOrDefault(key));
    }

    private static Dictionary<string, string> Parts(string? line)
    {
        try
        {
            using var outcome = JsonDocument.Parse(line ?? "{}");
            return outcome.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetRawText());
        }
        catch (JsonException)
        {
            return new() { ["(no JSON)"] = line! };
        }
    }
}
