using System.Text;
using HandlebarsDotNet;

namespace ScoreGuard.Reporting.Html;

/// <summary>Encodes text for element content and for quoted attributes alike; what HTML cannot hold becomes U+FFFD.</summary>
internal sealed class HtmlText : ITextEncoder
{
    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode(string? text, TextWriter target) => Encode(text.AsSpan(), target);

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        var all = new StringBuilder();
        while (text?.MoveNext() == true)
            all.Append(text.Current);
        Encode(all, target);
    }

    private static void Encode(ReadOnlySpan<char> text, TextWriter target)
    {
        // By rune: half of a surrogate pair comes out as U+FFFD.
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '<':
                    target.Write("&lt;");
                    break;
                case '>':
                    target.Write("&gt;");
                    break;
                case '&':
                    target.Write("&amp;");
                    break;
                case '"':
                    target.Write("&quot;");
                    break;
                case '\'':
                    target.Write("&#39;");
                    break;
                case '`':
                    target.Write("&#96;");
                    break;
                case < ' ' and not ('\t' or '\n'):
                    target.Write('\uFFFD');
                    break;
                default:
                    target.Write(rune.ToString());
                    break;
            }
        }
    }
}
