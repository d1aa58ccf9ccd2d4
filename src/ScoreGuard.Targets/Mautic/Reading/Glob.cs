using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>The pattern of a page's address, as Mautic compares it: by <c>fnmatch</c> for the visit, by SQL's <c>LIKE</c> for those before.</summary>
internal static class Glob
{
    /// <summary>How Mautic reads what people typed.</summary>
    public static string Clean(string typed) => WebUtility.HtmlDecode(typed.Trim());

    /// <summary>A case-sensitive expression for the whole address: <c>*</c> and <c>?</c> take slashes too.</summary>
    public static string ToExpression(string glob)
    {
        var expression = new StringBuilder(@"(?s-i:\A");
        for (var at = 0; at < glob.Length; at++)
        {
            expression.Append(
                glob[at] switch
                {
                    '*' => ".*",
                    '?' => ".",
                    '\\' when at + 1 < glob.Length => Literal(glob[++at]),
                    '[' when ClassEnd(glob, at) is var end && end > 0 => Class(glob, ref at, end),
                    var other => Literal(other),
                }
            );
        }

        return expression.Append(@"\z)").ToString();
    }

    /// <summary>What SQL finds: stars are any text, <c>_</c> is any character, case is ignored.</summary>
    public static string ToLikeExpression(string glob)
    {
        var expression = new StringBuilder(@"(?s:\A");
        for (var at = 0; at < glob.Length; at++)
        {
            expression.Append(
                glob[at] switch
                {
                    '*' or '%' => ".*",
                    '_' => ".",
                    '\\' when at + 1 < glob.Length => Literal(glob[++at]),
                    var other => Literal(other),
                }
            );
        }

        return expression.Append(@"\z)").ToString();
    }

    public static bool Takes(string glob, string address) =>
        Regex.IsMatch(
            address,
            ToExpression(glob),
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );

    private static string Literal(char character) => Regex.Escape(character.ToString());

    /// <summary>Where a class ends: a bracket right behind the opening belongs to it. 0: nowhere, so it is a plain bracket.</summary>
    private static int ClassEnd(string glob, int at)
    {
        var first = at + 1;
        if (first < glob.Length && glob[first] is ('!' or '^'))
        {
            first++;
        }

        var end = first + 1 <= glob.Length ? glob.IndexOf(']', Math.Min(first + 1, glob.Length)) : -1;
        return end < 0 ? 0 : end;
    }

    private static string Class(string glob, ref int at, int end)
    {
        var inner = glob[(at + 1)..end];
        at = end;
        var isNot = inner[0] is '!' or '^';
        var taken = isNot ? inner[1..] : inner;
        var characters = new StringBuilder();
        foreach (var character in taken)
        {
            characters.Append(character is '\\' or ']' or '[' or '^' ? $@"\{character}" : character.ToString());
        }

        return $"[{(isNot ? "^" : "")}{characters}]";
    }
}
