namespace ScoreGuard.Domain.Diagnostics;

/// <summary>Codes of what can be wrong with something stored: SG50xx.</summary>
public static class StoreCodes
{
    /// <summary>A stored document is no document any more: truncated, or not JSON of the right form.</summary>
    public const string Unreadable = "SG5001";

    /// <summary>A stored artefact can be read and is not what was stored: its digest differs.</summary>
    public const string Altered = "SG5002";

    /// <summary>Something that another document names is gone.</summary>
    public const string Gone = "SG5003";

    /// <summary>The store was written by a later version.</summary>
    public const string TooNew = "SG5004";
}
