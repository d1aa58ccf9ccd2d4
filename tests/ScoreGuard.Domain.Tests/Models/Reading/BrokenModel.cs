namespace ScoreGuard.Domain.Tests.Models.Reading;

/// <summary>A model that is refused, and with exactly what words.</summary>
internal sealed record BrokenModel(string Rule, string Text, string Refusal)
{
    private const string Begin = "=== ";
    private const string Middle = "--- refused:\n";

    public static IReadOnlyList<BrokenModel> All { get; } =
    [
        .. new[] { "documents", "fields", "criteria", "rules", "scores", "lifecycle" }.SelectMany(name =>
            Read($"{name}.cases", ModelText.Resource($"{name}.cases"))
        ),
    ];

    /// <exception cref="FormatException">A case has no rule, no refusal, or a refusal that is no diagnostic.</exception>
    private static IEnumerable<BrokenModel> Read(string file, string text)
    {
        if (!text.StartsWith(Begin, StringComparison.Ordinal))
        {
            throw new FormatException($"{file} does not begin with a case.");
        }

        foreach (var block in ("\n" + text).Split("\n" + Begin).Skip(1))
        {
            var (rule, rest) = Cut(file, block, "\n");
            var (model, refusal) = Cut(file, rest, Middle);
            var lines = refusal.Trim('\n');
            if (
                rule.Length == 0
                || lines.Length == 0
                || lines.Split('\n').Any(line => !line.StartsWith("model.yaml:", StringComparison.Ordinal))
            )
            {
                throw new FormatException($"{file}: the case '{rule}' is malformed.");
            }

            yield return new(rule, model, lines);
        }
    }

    private static (string Before, string After) Cut(string file, string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0
            ? throw new FormatException($"{file}: no '{mark.Trim()}' in '{text}'.")
            : (text[..at], text[(at + mark.Length)..]);
    }
}
