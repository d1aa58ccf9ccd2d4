using System.Text;
using ScoreGuard.Synthetic.Chance;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Generation;

/// <summary>Spoils a share of the values on their way into the lead.</summary>
internal sealed class DirtRecipe(Dirt dirt, ulong key)
{
    // In this order in the odds; what comes behind the last is clean.
    private const int Missing = 0;
    private const int Blank = 1;
    private const int Upper = 2;
    private const int Lower = 3;
    private const int Spaces = 4;
    private const int Doubled = 5;
    private const int Quoted = 6;
    private const int Grouped = 7;
    private const int Clean = 8;

    private readonly Odds odds = Odds.Parts([
        dirt.Missing,
        dirt.Blank,
        dirt.Upper,
        dirt.Lower,
        dirt.Spaces,
        dirt.Doubled,
        dirt.Quoted,
        dirt.Grouped,
    ]);

    public static DirtRecipe? Of(Dirt dirt, string name) => dirt.Sum == 0 ? null : new(dirt, Draw.Key($"dirt {name}"));

    /// <summary>Writes the value to <paramref name="to"/>, spoilt or not.</summary>
    /// <returns>False, with nothing written, where the value goes missing.</returns>
    public bool Write(LeadUnderway lead, int time, Slot value, Bytes to)
    {
        var draw = lead.Draw(Draw.Key(key, time));
        var kind = odds.Pick(draw.Next());
        if (kind == Missing)
        {
            return false;
        }

        var clean = lead.TextOf(value);
        if (kind == Clean || (kind is Quoted or Grouped) == (value.Kind == ValueKind.Text))
        {
            ValueJson.Write(value.Kind, clean, to);
        }
        else if (kind == Quoted)
        {
            JsonText.Write(clean, to);
        }
        else
        {
            JsonText.Write(Encoding.UTF8.GetBytes(Spoil(kind, Encoding.UTF8.GetString(clean), ref draw)), to);
        }

        return true;
    }

    private static string Spoil(int kind, string text, ref Draw draw) =>
        kind switch
        {
            Blank => draw.Below(2) == 0 ? "" : "  ",
            Upper => text.ToUpperInvariant(),
            Lower => text.ToLowerInvariant(),
            Spaces => draw.Below(4) switch
            {
                0 => $" {text}",
                1 => $"{text} ",
                2 => $"\t{text}",
                _ => $"  {text} ",
            },
            Doubled => text.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var at ? text.Insert(at, " ") : text,
            Grouped => Group(text),
            _ => text,
        };

    private static string Group(string number)
    {
        var grouped = new StringBuilder(number);
        var point = number.IndexOf('.', StringComparison.Ordinal);
        for (var at = (point < 0 ? number.Length : point) - 3; at > (number[0] == '-' ? 1 : 0); at -= 3)
        {
            grouped.Insert(at, ',');
        }

        return $"{grouped}";
    }
}
