using System.Text;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.JUnit;

/// <summary>Text that XML 1.0 can hold: what it cannot (control characters, lone surrogates) is shown or replaced, lines stay.</summary>
internal static class XmlText
{
    public static string Of(string text)
    {
        var lines = text.Split('\n');
        var clean = new StringBuilder(text.Length);
        for (var line = 0; line < lines.Length; line++)
        {
            if (line > 0)
                clean.Append('\n');
            // The same rules as everywhere that people read; a line at a time, so that the writer's own line breaks stay.
            clean.Append(Shown.Sentence(lines[line]));
        }

        return clean.ToString();
    }
}
