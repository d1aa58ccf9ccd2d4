namespace ScoreGuard.Synthetic.Generation;

/// <summary>What a value's bytes are.</summary>
internal enum ValueKind : byte
{
    Missing,

    /// <summary>Text, not yet escaped.</summary>
    Text,

    /// <summary>A number or boolean, as JSON spells it.</summary>
    Literal,
}
