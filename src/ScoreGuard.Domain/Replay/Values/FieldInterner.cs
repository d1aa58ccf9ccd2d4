using System.Text;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Replay.Values;

/// <summary>One session's memory of a field's values: the same spelling is converted and asked once.</summary>
internal sealed class FieldInterner(FieldTable table)
{
    private const int RememberedSpellings = 4096;

    // A field of which so many spellings were met and hardly one again (an e-mail address) is not looked up any more.
    private const int TriedSpellings = 2048;

    private readonly ByteTable<Symbol> texts = new(RememberedSpellings);
    private readonly ByteTable<Symbol> numbers = new(RememberedSpellings);
    private readonly Symbol?[] byClass = new Symbol?[table.Classes?.Count ?? 0];
    private readonly Symbol blank = new(LeadValue.Missing);
    private readonly Symbol unreadable = new(LeadValue.Missing);
    private Symbol? present;
    private Symbol? yes;
    private Symbol? no;
    private int found;
    private int missed;

    /// <summary>The final value where nothing was given.</summary>
    public Symbol Fallback { get; } = table.Fallback();

    /// <summary>The final value of a given value; null where it is missing.</summary>
    /// <param name="kind">The JSON kind of the token.</param>
    /// <param name="spelling">An unescaped text, or the digits of a number.</param>
    /// <param name="isUnreadable">The value is there and cannot be read as the field's type.</param>
    public Symbol? Given(RawKind kind, ReadOnlySpan<byte> spelling, out bool isUnreadable)
    {
        var symbol = kind switch
        {
            RawKind.Text => Spelled(texts, kind, spelling),
            RawKind.Number
                when table is { Type: FieldType.Number, Classes: { } classes } && TryWhole(spelling, out var whole) =>
                byClass[classes.ClassOf(whole)] ?? Spelled(numbers, kind, spelling),
            RawKind.Number => Spelled(numbers, kind, spelling),
            RawKind.Null => blank,
            RawKind.True => yes ??= Read(new RawValue(kind, "")),
            RawKind.False => no ??= Read(new RawValue(kind, "")),
            _ => unreadable,
        };
        isUnreadable = ReferenceEquals(symbol, unreadable);
        return isUnreadable || ReferenceEquals(symbol, blank) ? null : symbol;
    }

    /// <summary>The final value of a derived field, by its position among the children of <paramref name="parent"/>.</summary>
    public static Symbol Derived(FieldTable parent, Symbol source, int position)
    {
        source.Derived ??= new Symbol?[parent.Children.Length];
        return source.Derived[position] ??= parent.Children[position].DerivedFrom(source);
    }

    private static bool TryWhole(ReadOnlySpan<byte> digits, out long value)
    {
        value = 0;
        if (digits.Length > 18)
        {
            return false;
        }

        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }

    private Symbol Spelled(ByteTable<Symbol> remembered, RawKind kind, ReadOnlySpan<byte> spelling)
    {
        if (kind == RawKind.Text && table.IsOnlyMissed && spelling is [> (byte)' ' and < 0x80, ..])
        {
            // It has a letter, so it is not missing: any such text stands for all of them.
            return present ??= Read(new RawValue(kind, Encoding.UTF8.GetString(spelling)));
        }

        var repeats = missed < TriedSpellings || found > missed / 4;
        if (repeats && remembered.Find(spelling) is { } known)
        {
            found++;
            return known;
        }

        var symbol = Read(new RawValue(kind, Encoding.UTF8.GetString(spelling)));
        if (repeats)
        {
            missed++;
            remembered.Add(spelling, symbol);
        }

        return symbol;
    }

    private Symbol Read(RawValue raw)
    {
        if (!raw.TryRead(table.Type, out var value))
        {
            return unreadable;
        }

        return value switch
        {
            LeadValue.None => blank,
            LeadValue.Number number when table.Classes is not null => OfClass(
                table.Classes.ClassOf(number.Value),
                value
            ),
            LeadValue.Date date when table.Classes is not null => OfClass(
                table.Classes.ClassOf((decimal)date.Value.UnixMilliseconds),
                value
            ),
            _ => table.Given(value),
        };
    }

    // Any value of the class stands for all of them: the first that comes.
    private Symbol OfClass(int @class, LeadValue value) => byClass[@class] ??= table.Given(value);
}
