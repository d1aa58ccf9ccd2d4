using System.Text;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Yaml;

/// <summary>The characters of a document: its size, encoding and characters are checked before anything parses them.</summary>
internal static class Utf8Document
{
    private const int MiB = 1024 * 1024;

    /// <summary>The text without a byte order mark, or null after an error.</summary>
    public static string? Decode(ReadOnlySpan<byte> utf8, DiagnosticBag diagnostics)
    {
        if (utf8.Length > YamlDocument.MaxBytes)
        {
            diagnostics.Error(
                DocumentCodes.TooLarge,
                null,
                DocumentPath.Root,
                $"The document has {utf8.Length} bytes; at most {YamlDocument.MaxBytes} ({YamlDocument.MaxBytes / MiB} MiB) are read."
            );
            return null;
        }

        if (utf8.StartsWith(Encoding.UTF8.Preamble))
        {
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        }

        var text = Encoding.UTF8.GetString(utf8);
        if (System.Text.Unicode.Utf8.IsValid(utf8))
        {
            return AreAllowed(text, diagnostics) ? text : null;
        }

        var valid = ValidPrefix(utf8);
        var at = PositionOf(Encoding.UTF8.GetString(utf8[..valid]), null);
        diagnostics.Error(
            DocumentCodes.NotUtf8,
            at,
            DocumentPath.Root,
            $"The byte 0x{utf8[valid]:X2} here is not UTF-8; save the document as UTF-8."
        );
        return null;
    }

    private static int ValidPrefix(ReadOnlySpan<byte> utf8)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(utf8[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    private static bool AreAllowed(string text, DiagnosticBag diagnostics)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsAllowed(text[i]))
            {
                continue;
            }

            diagnostics.Error(
                DocumentCodes.ForbiddenCharacter,
                PositionOf(text, i),
                DocumentPath.Root,
                $"The character U+{(int)text[i]:X4} must not stand in a document; delete it, or write \"\\u{(int)text[i]:x4}\" in double quotes."
            );
            return false;
        }

        return true;
    }

    /// <summary>YAML's <c>c-printable</c>; pairs of surrogates are whole, the text was valid UTF-8.</summary>
    private static bool IsAllowed(char character) =>
        character switch
        {
            '\t' or '\n' or '\r' or '\u0085' => true,
            < ' ' or (>= '\u007f' and < '\u00a0') or '\ufffe' or '\uffff' or '\ufeff' => false,
            _ => true,
        };

    private static SourcePosition PositionOf(string text, int? index)
    {
        var before = text.AsSpan(0, index ?? text.Length);
        var line = 1;
        var start = 0;
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] == '\n' || (before[i] == '\r' && (i + 1 == before.Length || before[i + 1] != '\n')))
            {
                line++;
                start = i + 1;
            }
        }

        return new(line, before.Length - start + 1);
    }
}
