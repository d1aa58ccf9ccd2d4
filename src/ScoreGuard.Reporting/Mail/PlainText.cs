using System.Text;
using HandlebarsDotNet;

namespace ScoreGuard.Reporting.Mail;

/// <summary>Plain text needs no encoding: what it is given is shown text already, without control characters.</summary>
internal sealed class PlainText : ITextEncoder
{
    public void Encode(StringBuilder? text, TextWriter target) => target.Write(text);

    public void Encode(string? text, TextWriter target) => target.Write(text);

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        while (text?.MoveNext() == true)
            target.Write(text.Current);
    }
}
