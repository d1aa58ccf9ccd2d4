using System.Text;

namespace ScoreGuard.Domain.Outcomes;

/// <summary>Keeps one string for each name that outcome lines repeat (dimensions, stages, rules). One thread's.</summary>
public sealed class OutcomeNames
{
    private const int Capacity = 20_000;
    private const int LongestKept = 128;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _byText;

    public OutcomeNames() => _byText = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text of <paramref name="utf8"/>, unescaped already; the same string each time for short ones.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestKept)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        Span<char> text = stackalloc char[LongestKept];
        var name = text[..Encoding.UTF8.GetChars(utf8, text)];
        if (_byText.TryGetValue(name, out var known))
        {
            return known;
        }

        var fresh = name.ToString();
        if (_names.Count < Capacity)
        {
            _names.Add(fresh, fresh);
        }

        return fresh;
    }
}
