using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ScoreGuard.Yaml;

/// <summary>YamlDotNet's events, one by one, with an eye on how deep they nest: nothing here or after it recurses further.</summary>
internal sealed class EventReader(string text, DiagnosticBag diagnostics)
{
    /// <summary>Where reading stops for good: the parser's own cost grows with the depth.</summary>
    private const int HopelessDepth = 1_000;

    private readonly Parser parser = new(new Scanner(new StringReader(text), skipComments: true));
    private int depth;

    public ParsingEvent Current => parser.Current ?? throw new InvalidOperationException("Nothing was read yet.");

    /// <summary>False at the end, or where the document was abandoned (which is then reported).</summary>
    public bool MoveNext()
    {
        if (depth > HopelessDepth || !Parse())
        {
            return false;
        }

        depth += Current switch
        {
            MappingStart or SequenceStart => 1,
            MappingEnd or SequenceEnd => -1,
            _ => 0,
        };
        return true;
    }

    /// <summary>True where the collection that has just begun lies too deep; it is then reported and skipped.</summary>
    public bool SkipTooDeep(DocumentPath path)
    {
        if (depth <= YamlDocument.MaxDepth)
        {
            return false;
        }

        diagnostics.Error(
            DocumentCodes.TooDeep,
            Position(Current.Start),
            path,
            $"This list or mapping lies more than {YamlDocument.MaxDepth} levels deep; at most {YamlDocument.MaxDepth} are read."
        );
        SkipCollection();
        return true;
    }

    /// <summary>Goes on to the end of the collection that has just begun.</summary>
    public void SkipCollection()
    {
        var outside = depth - 1;
        while (depth > outside && MoveNext()) { }
    }

    private bool Parse()
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception leak)
            when (leak is InvalidOperationException or ArgumentException or FormatException or ArithmeticException)
        {
            // YamlDotNet stumbles over some broken documents, such as a key inside an unclosed `[`, without saying where.
            var mark = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(mark, mark, "what follows here could not be read.", leak);
        }
    }

    public static SourcePosition Position(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
