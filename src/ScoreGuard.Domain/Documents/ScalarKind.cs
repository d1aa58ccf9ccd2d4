namespace ScoreGuard.Domain.Documents;

/// <summary>What the YAML 1.2 core schema resolves a scalar to.</summary>
public enum ScalarKind
{
    /// <summary>Any text, quoted or plain.</summary>
    Text,

    /// <summary><c>~</c>, <c>null</c>, <c>Null</c>, <c>NULL</c> or nothing at all.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>, lower case, capitalised or upper case.</summary>
    Boolean,

    /// <summary>An integer or a decimal fraction, perhaps with an exponent.</summary>
    Number,

    /// <summary><c>.inf</c>, <c>-.inf</c> or <c>.nan</c>: a number to YAML, none to a model.</summary>
    NotFinite,
}
