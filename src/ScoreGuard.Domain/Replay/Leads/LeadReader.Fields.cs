using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Leads;

/// <content>Rows of final field values, as what matchers say of them (section 3).</content>
internal sealed partial class LeadReader
{
    // What is said of all fields where none is given: a row.
    private readonly ulong[] nothingGiven;

    // By field, where what is said of it belongs, part after part.
    private readonly MatcherPart[][] fieldParts;

    // The fields that something looks at, each after the one that it is derived from.
    private readonly BoundField[] boundFields;

    // Those of them whose values decide on others, or are decided by others.
    private readonly BoundField[] relatedFields;

    // Final values of the present row, of fields that have to be remembered.
    private readonly Symbol[] final;

    // By field, a bit for it and for each that is derived from it.
    private readonly ulong[][] affected;
    private readonly ulong[] rebound;

    /// <param name="IsRemembered">Others are derived from it, or its changes are waited for.</param>
    private readonly record struct BoundField(int Index, bool IsDerived, bool IsRemembered, bool IsWatched)
    {
        public static BoundField Of(int index, Compiled.CompiledModel model)
        {
            var isWatched = model.WatchedFields.Contains(index);
            return new(
                index,
                model.Derivations[index].From >= 0,
                isWatched || model.Fields[index].Children.Length > 0,
                isWatched
            );
        }
    }

    private ulong[] NothingGiven()
    {
        var row = new ulong[2 * model.FieldBits.Words];
        for (var field = 0; field < fields.Length; field++)
        {
            Say(field, fields[field].Fallback, row);
        }

        return row;
    }

    private static ulong[][] Affected(Compiled.CompiledModel model)
    {
        var byField = new ulong[model.Fields.Length][];
        foreach (var index in model.FieldOrder.Reverse())
        {
            byField[index] = new ulong[(model.Fields.Length + 63) / 64];
            byField[index][index / 64] |= 1UL << (index % 64);
            foreach (var child in model.Fields[index].Children)
            {
                for (var word = 0; word < byField[index].Length; word++)
                {
                    byField[index][word] |= byField[child.Index][word];
                }
            }
        }

        return byField;
    }

    /// <summary>Begins the row of final values at creation: attributes are written into it as they are read.</summary>
    private void BeginFirstRow() => nothingGiven.CopyTo(Row(0));

    private void Give(int field, Symbol? value)
    {
        given[field] = value;
        if (value is not null)
        {
            Say(field, value, Row(0));
        }
    }

    /// <summary>Ends the row of final values at creation with what follows from those that are given.</summary>
    private void EndFirstRow()
    {
        Changed(0).Clear();
        var row = Row(0);
        foreach (var field in relatedFields)
        {
            var symbol = given[field.Index] ?? WithoutGiven(field.Index);
            if (field.IsRemembered)
            {
                final[field.Index] = symbol;
            }

            if (field.IsDerived)
            {
                Say(field.Index, symbol, row);
            }
        }

        NoteUnreadable(0);
    }

    /// <summary>Writes the row that some changes make of the row before it.</summary>
    private void BindChangedRow(int row, ReadOnlySpan<FieldChange> changedFields)
    {
        Array.Clear(rebound);
        foreach (var (field, symbol, isUnreadableHere) in changedFields)
        {
            given[field] = symbol;
            SetUnreadable(field, isUnreadableHere);
            for (var word = 0; word < rebound.Length; word++)
            {
                rebound[word] |= affected[field][word];
            }
        }

        var changed = Changed(row);
        changed.Clear();
        var answers = Row(row);
        Row(row - 1).CopyTo(answers);
        foreach (var field in boundFields)
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
    private bool Rebind(BoundField field, Span<ulong> row)
    {
        var symbol = given[field.Index] ?? WithoutGiven(field.Index);
        var isChanged = false;
        if (field.IsRemembered)
        {
            isChanged = !symbol.SameValue(final[field.Index]);
            final[field.Index] = symbol;
        }

        Say(field.Index, symbol, row);
        return isChanged;
    }

    /// <summary>Writes into a row what matchers say of a field's final value.</summary>
    private void Say(int field, Symbol value, Span<ulong> row)
    {
        var unknown = row.Length / 2;
        foreach (var part in fieldParts[field])
        {
            ref var isTrue = ref row[part.Word];
            ref var isUnknown = ref row[unknown + part.Word];
            isTrue = (isTrue & ~part.Mask) | value.Answers.True;
            isUnknown = (isUnknown & ~part.Mask) | value.Answers.Unknown;
            value = value.Next!;
        }
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
