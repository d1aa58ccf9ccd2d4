using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Leads;

/// <content>Rows of final field values, as what matchers say of them (section 3).</content>
internal sealed partial class LeadReader
{
    // The fields that something looks at, each after the one that it is derived from.
    private readonly BoundField[] boundFields;

    // Where what is said of a field belongs, part after part, in order of `boundFields`.
    private readonly MatcherPart[] fieldParts;

    // Final values of the present row, of fields that have to be remembered.
    private readonly Symbol[] final;

    // By field, a bit for it and for each that is derived from it.
    private readonly ulong[][] affected;
    private readonly ulong[] rebound;

    /// <param name="IsRemembered">Others are derived from it, or its changes are waited for.</param>
    private readonly record struct BoundField(int Index, int FirstPart, int EndPart, bool IsRemembered, bool IsWatched);

    private static IEnumerable<BoundField> BoundFields(Compiled.CompiledModel model)
    {
        var end = 0;
        foreach (var index in model.FieldOrder.Where(index => model.Fields[index].IsRead))
        {
            var first = end;
            end += model.FieldBits.Of(index).Count();
            var isWatched = model.WatchedFields.Contains(index);
            yield return new(index, first, end, isWatched || model.Fields[index].Children.Length > 0, isWatched);
        }
    }

    private static ulong[][] Affected(Compiled.CompiledModel model)
    {
        var affected = new ulong[model.Fields.Length][];
        foreach (var index in model.FieldOrder.Reverse())
        {
            affected[index] = new ulong[(model.Fields.Length + 63) / 64];
            affected[index][index / 64] |= 1UL << (index % 64);
            foreach (var child in model.Fields[index].Children)
            {
                for (var word = 0; word < affected[index].Length; word++)
                {
                    affected[index][word] |= affected[child.Index][word];
                }
            }
        }

        return affected;
    }

    /// <summary>Writes the row of final values at creation.</summary>
    private void BindFirstRow()
    {
        Changed(0).Clear();
        var row = Row(0);
        row.Clear();
        var unknown = row.Length / 2;
        foreach (ref readonly var field in boundFields.AsSpan())
        {
            var symbol = given[field.Index] ?? WithoutGiven(field.Index);
            if (field.IsRemembered)
            {
                final[field.Index] = symbol;
            }

            for (var part = field.FirstPart; part < field.EndPart; part++)
            {
                var word = fieldParts[part].Word;
                row[word] |= symbol.Answers.True;
                row[unknown + word] |= symbol.Answers.Unknown;
                symbol = symbol.Next!;
            }
        }

        NoteUnreadable(0);
    }

    /// <summary>Writes the row that some changes make of the row before it.</summary>
    private void BindChangedRow(int row, ReadOnlySpan<FieldChange> changedFields)
    {
        Array.Clear(rebound);
        foreach (var (field, symbol, isUnknown) in changedFields)
        {
            given[field] = symbol;
            SetUnreadable(field, isUnknown);
            for (var word = 0; word < rebound.Length; word++)
            {
                rebound[word] |= affected[field][word];
            }
        }

        var changed = Changed(row);
        changed.Clear();
        var answers = Row(row);
        Row(row - 1).CopyTo(answers);
        foreach (ref readonly var field in boundFields.AsSpan())
        {
            var bit = 1UL << (field.Index % 64);
            if ((rebound[field.Index / 64] & bit) != 0 && Rebind(field, answers) && field.IsWatched)
            {
                changed[field.Index / 64] |= bit;
            }
        }

        NoteUnreadable(row);
    }

    /// <returns>Whether a field that is remembered has another value than before.</returns>
    private bool Rebind(in BoundField field, Span<ulong> row)
    {
        var symbol = given[field.Index] ?? WithoutGiven(field.Index);
        var isChanged = false;
        if (field.IsRemembered)
        {
            isChanged = !symbol.SameValue(final[field.Index]);
            final[field.Index] = symbol;
        }

        var unknown = row.Length / 2;
        for (var i = field.FirstPart; i < field.EndPart; i++)
        {
            var part = fieldParts[i];
            row[part.Word] = (row[part.Word] & ~part.Mask) | symbol.Answers.True;
            row[unknown + part.Word] = (row[unknown + part.Word] & ~part.Mask) | symbol.Answers.Unknown;
            symbol = symbol.Next!;
        }

        return isChanged;
    }

    private Symbol WithoutGiven(int index)
    {
        var (from, position) = model.Derivations[index];
        return from < 0 || final[from].IsMissing
            ? fields[index].Fallback
            : FieldInterner.Derived(model.Fields[from], final[from], position);
    }

    private Span<ulong> Row(int row)
    {
        var length = 2 * model.FieldBits.Words;
        if (lead.Fields.Length < (row + 1) * length)
        {
            var larger = lead.Fields;
            Array.Resize(ref larger, Math.Max((row + 1) * length, 2 * larger.Length));
            lead.Fields = larger;
        }

        return lead.Fields.AsSpan(row * length, length);
    }

    /// <summary>The bits of the fields that differ from the row before.</summary>
    private Span<ulong> Changed(int row)
    {
        var words = rebound.Length;
        if (lead.Changed.Length < (row + 1) * words)
        {
            var larger = lead.Changed;
            Array.Resize(ref larger, Math.Max((row + 1) * words, 2 * larger.Length));
            lead.Changed = larger;
        }

        return lead.Changed.AsSpan(row * words, words);
    }

    private void SetUnreadable(int field, bool value)
    {
        isUnreadable[field] = value;
        hasUnreadable |= value;
    }

    private void NoteUnreadable(int row)
    {
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
}
