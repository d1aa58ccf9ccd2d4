namespace ScoreGuard.Yaml;

/// <summary>Hides U+0085, U+2028 and U+2029 from YamlDotNet, to which they end a line; in YAML 1.2 they are plain characters.</summary>
/// <remarks>Without this a value that holds one could begin a key of its own.</remarks>
internal sealed class LineBreaks
{
    private const string Breaks = "\u0085\u2028\u2029";
    private readonly char[] standIns;

    private LineBreaks(string hidden, char[] standIns) => (Hidden, this.standIns) = (hidden, standIns);

    /// <summary>The text with characters of the private use area, that it does not use, in place of those three.</summary>
    public string Hidden { get; }

    public static LineBreaks Of(string text)
    {
        if (text.AsSpan().IndexOfAny(Breaks) < 0)
        {
            return new(text, []);
        }

        var used = text.ToHashSet();
        var free = Enumerable.Range('\ue000', 0x1900).Select(code => (char)code).Where(c => !used.Contains(c));
        var chosen = free.Take(Breaks.Length).ToArray();
        for (var i = 0; i < chosen.Length; i++)
        {
            text = text.Replace(Breaks[i], chosen[i]);
        }

        return new(text, chosen);
    }

    public string Restore(string text)
    {
        for (var i = 0; i < standIns.Length; i++)
        {
            text = text.Replace(standIns[i], Breaks[i]);
        }

        return text;
    }
}
