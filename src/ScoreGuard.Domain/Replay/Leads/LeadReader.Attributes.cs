using System.Text;
using System.Text.Json;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Leads;

/// <content>Attributes as they are given (section 3).</content>
internal sealed partial class LeadReader
{
    private readonly Symbol?[] given;
    private readonly bool[] isUnreadable;
    private bool hasUnreadable;
    private readonly ObjectKeys<FieldTable> attributeKeys;

    private void ReadAttributes(scoped ref Utf8JsonReader json, ReadOnlySpan<byte> line)
    {
        if (!TryEnterObject(ref json, line, "attributes"))
        {
            return;
        }

        attributeKeys.Begin();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var key = Text(ref json);
            var field = attributeKeys.Next(key, out var isRepeated, out _);
            if (isRepeated)
            {
                ErrorRepeated(key, ref json, line);
            }

            _ = json.Read();
            if (field is null)
            {
                Skip(ref json, line);
                continue;
            }

            Give(field.Index, ReadGiven(field.Index, ref json, line, out var unreadable));
            if (unreadable)
            {
                SetUnreadable(field.Index, value: true);
            }
        }
    }

    /// <summary>An absent key and null are an empty object.</summary>
    private bool TryEnterObject(scoped ref Utf8JsonReader json, ReadOnlySpan<byte> line, string key)
    {
        if (json.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        if (json.TokenType != JsonTokenType.Null)
        {
            Error(LeadCodes.WrongKind, Column(ref json, line), $"`{key}` is no object.");
            Skip(ref json, line);
        }

        return false;
    }

    private Symbol? ReadGiven(int field, scoped ref Utf8JsonReader json, ReadOnlySpan<byte> line, out bool unreadable)
    {
        var kind = KindOf(json.TokenType);
        if (kind == RawKind.Structure)
        {
            Skip(ref json, line);
            unreadable = true;
            return null;
        }

        var spelling = kind switch
        {
            RawKind.Text => Text(ref json),
            RawKind.Number => json.ValueSpan,
            _ => default,
        };
        if (kind == RawKind.Number)
        {
            CheckDigits(spelling, ref json, line);
        }

        return fields[field].Given(kind, spelling, out unreadable);
    }

    private void CheckDigits(scoped ReadOnlySpan<byte> number, scoped ref Utf8JsonReader json, ReadOnlySpan<byte> line)
    {
        if (
            (number.Length > NumberText.MaxDigits || number.ContainsAny((byte)'e', (byte)'E'))
            && NumberText.ReadCore(Encoding.ASCII.GetString(number), out _) != NumberText.Reading.Number
        )
        {
            Error(LeadCodes.TooManyDigits, Column(ref json, line), "A number has at most 28 digits.");
        }
    }
}
