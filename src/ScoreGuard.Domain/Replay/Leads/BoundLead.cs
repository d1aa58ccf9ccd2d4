using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Leads;

/// <summary>A lead read for one model: text is interned, fields and activity types are indexes, activities are in order of time.</summary>
/// <remarks>A session reuses one for lead after lead; its arrays may be longer than what they hold.</remarks>
internal sealed class BoundLead
{
    private byte[] id = [];
    private int idLength;

    /// <summary>The id, UTF-8.</summary>
    public ReadOnlySpan<byte> Id => id.AsSpan(0, idLength);

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; set; }

    public BoundActivity[] Activities { get; set; } = [];

    public int ActivityCount { get; set; }

    /// <summary>What is said of final field values: a row for the creation and one for each <c>attribute_change</c>, in order; see <see cref="Criteria.LeadState.Fields"/>.</summary>
    public ulong[] Fields { get; set; } = [];

    /// <summary>What each activity may set off, in order of <see cref="Activities"/>: the bits of its type; see <see cref="Compiled.CompiledType"/>.</summary>
    public ulong[] SetsOff { get; set; } = [];

    /// <summary>What is said of property values: one row for each activity that is asked for any, where they are kept for a trace; row 0 is all missing.</summary>
    public Answers[] Properties { get; set; } = [];

    /// <summary>For each row of <see cref="Fields"/> but the first, which fields differ from the row before; words of 64.</summary>
    public ulong[] Changed { get; set; } = [];

    /// <summary>Given values that cannot be read as their field's type, by row.</summary>
    public List<(int Row, int Field)> Notes { get; } = [];

    /// <summary>Whether any of some fields, a bit each in words of 64, differs in a row of <see cref="Fields"/> from the row before.</summary>
    public bool HasChanged(ulong[] fields, int row)
    {
        var first = row * fields.Length;
        for (var word = 0; word < fields.Length; word++)
        {
            if ((Changed[first + word] & fields[word]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public void SetId(ReadOnlySpan<byte> utf8)
    {
        if (id.Length < utf8.Length)
        {
            id = new byte[utf8.Length];
        }

        utf8.CopyTo(id);
        idLength = utf8.Length;
    }
}

/// <param name="PropertyRow">Row in <see cref="BoundLead.Properties"/>.</param>
/// <param name="FieldRow">Row in <see cref="BoundLead.Fields"/> that begins with it; 0: it changes no attribute.</param>
internal readonly record struct BoundActivity(long At, int Type, int PropertyRow, int FieldRow);
