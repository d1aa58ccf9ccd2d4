namespace ScoreGuard.Domain.Replay.Criteria;

/// <summary>A criterion as bits of one word of <see cref="LeadState.Fields"/> that alone decide whether it is true.</summary>
internal readonly record struct FieldTest(FieldTestForm Form, int Word, ulong Mask)
{
    public static FieldTest Of(Node node) =>
        node switch
        {
            FieldNode field => new(FieldTestForm.All, field.Word, field.Bit),
            FieldsNode { Only: (var word, var mask) } fields => new(
                fields.IsAll ? FieldTestForm.All : FieldTestForm.Any,
                word,
                mask
            ),
            _ => default,
        };
}

internal enum FieldTestForm : byte
{
    /// <summary>Something else decides.</summary>
    None,

    /// <summary>True where all bits are set.</summary>
    All,

    /// <summary>True where any bit is set.</summary>
    Any,
}
