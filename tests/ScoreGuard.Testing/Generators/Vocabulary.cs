namespace ScoreGuard.Testing.Generators;

/// <summary>What a matcher may be asked about: its type and the operands that serve.</summary>
/// <param name="Texts">For texts: operands that really occur, none a variant of a synonym.</param>
/// <param name="IsClosed">The operands are names that must exist: stages, labels, grades.</param>
internal sealed record Kind(string Type, IReadOnlyList<string> Texts, bool IsClosed)
{
    public static readonly Kind Number = new("number", [], IsClosed: false);

    public static Kind Names(IReadOnlyList<string> names) => new("text", names, IsClosed: true);
}

internal sealed record FieldName(string Name, Kind Kind);

/// <summary>The names of one model, settled before its parts are made, so that every part can name the others.</summary>
internal sealed class Vocabulary
{
    public static readonly string[] Types = ["click", "visit", "form", "buy", "attribute_change"];
    public static readonly string[] Properties = ["p", "q", "r"];
    public static readonly string[] Words =
    [
        "alpha",
        "Beta",
        "gamma",
        "al",
        "5",
        "5.0",
        "true",
        "yes",
        "2026-01-05",
        "É",
        "x y",
    ];
    public static readonly string[] Countries = ["DE", "US", "FR", "Deutsch"];
    public static readonly string[] CountryVariants = ["Germany", "deutschland", "USA", "United States"];

    public List<FieldName> Fields { get; } = [];

    /// <summary>Segments that any criterion may use.</summary>
    public List<string> PlainSegments { get; } = [];

    /// <summary>Segments that read scores.</summary>
    public List<string> ScoredSegments { get; } = [];

    public List<string> Lists { get; } = [];
    public List<string> LedgerDimensions { get; } = [];
    public List<string> Dimensions { get; } = [];
    public Dictionary<string, string[]> Labels { get; } = new(StringComparer.Ordinal);
    public List<string> Grades { get; } = [];
    public List<string> Stages { get; } = [];

    private int ids;

    /// <summary>Rules and transitions share one name space.</summary>
    public string NextId(string prefix) => prefix + ++ids;
}
