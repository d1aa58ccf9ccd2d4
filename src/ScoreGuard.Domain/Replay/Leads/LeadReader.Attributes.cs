using System.Text;
using System.Text.Json;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Leads;

/// <content>Attributes, and the final values that come of them (section 3).</content>
internal sealed partial class LeadReader
{
    private readonly Symbol?[] given;
    private readonly bool[] isUnreadable;
    private bool hasUnreadable;
    private readonly ulong[] seenFields;

    private readonly FieldPart[] fieldParts;

    // Final values of the present row and of the one before it.
    private Symbol[] final;
    private Symbol[] before;

    /// <summary>Where a part of what is said of a field belongs.</summary>
    /// <param name="Depth">How many parts of the field stand before it; see <see cref="Symbol.Next"/>.</param>
    private readonly record struct FieldPart(int Field, int Depth, int Word)
    {
        public static IEnumerable<FieldPart> Of(int field, MatcherBits bits) =>
            bits.Of(field).Select((part, depth) => new FieldPart(field, depth, part.Word));
    }

    private void ReadAttributes(scoped ref Utf8JsonReader json, ReadOnlySpan<byte> line)
    {
        if (!TryEnterObject(ref json, line, "attributes"))
        {
            return;
        }

        keys.Reset();
        Array.Clear(seenFields);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var key = Text(ref json);
            if (fieldsByName.Find(key) is not { } field)
            {
                CheckRepeated(keys, key, ref json, line);
                _ = json.Read();
                Skip(ref json, line);
                continue;
            }

            ref var seen = ref seenFields[field.Index / 64];
            var bit = 1UL << (field.Index % 64);
            if ((seen & bit) != 0)
            {
                ErrorRepeated(key, ref json, line);
            }

            seen |= bit;
            _ = json.Read();
            given[field.Index] = ReadGiven(field.Index, ref json, line, out var unreadable);
            SetUnreadable(field.Index, unreadable);
        }
    }

    private void SetUnreadable(int field, bool value)
    {
        isUnreadable[field] = value;
        hasUnreadable |= value;
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

    /// <summary>Writes the row of final values that the present given ones make.</summary>
    private void BindFields(int row)
    {
        (before, final) = (final, before);
        foreach (var index in model.FieldOrder)
        {
            final[index] = given[index] ?? WithoutGiven(index);
        }

        var words = model.FieldBits.Words;
        var from = 2 * row * words;
        if (lead.Fields.Length < from + (2 * words))
        {
            var larger = lead.Fields;
            Array.Resize(ref larger, Math.Max(from + (2 * words), 2 * larger.Length));
            lead.Fields = larger;
        }

        var isTrue = lead.Fields.AsSpan(from, words);
        var isUnknown = lead.Fields.AsSpan(from + words, words);
        isTrue.Clear();
        isUnknown.Clear();
        foreach (var (field, depth, word) in fieldParts)
        {
            var symbol = final[field];
            for (var part = 0; part < depth; part++)
            {
                symbol = symbol.Next!;
            }

            isTrue[word] |= symbol.Answers.True;
            isUnknown[word] |= symbol.Answers.Unknown;
        }

        for (var index = 0; hasUnreadable && index < isUnreadable.Length; index++)
        {
            if (isUnreadable[index])
            {
                lead.Notes.Add((row, index));
                isUnreadable[index] = false;
            }
        }

        hasUnreadable = false;
    }

    private Symbol WithoutGiven(int index)
    {
        var (from, position) = model.Derivations[index];
        return from < 0 || final[from].IsMissing
            ? fields[index].Fallback
            : FieldInterner.Derived(model.Fields[from], final[from], position);
    }

    private void BindChanged(int row)
    {
        var words = seenFields.Length;
        if (lead.Changed.Length < (row + 1) * words)
        {
            var larger = lead.Changed;
            Array.Resize(ref larger, Math.Max((row + 1) * words, 2 * larger.Length));
            lead.Changed = larger;
        }

        var changed = lead.Changed.AsSpan(row * words, words);
        changed.Clear();
        if (row == 0)
        {
            return;
        }

        foreach (var index in model.WatchedFields)
        {
            if (!final[index].SameValue(before[index]))
            {
                changed[index / 64] |= 1UL << (index % 64);
            }
        }
    }
}
