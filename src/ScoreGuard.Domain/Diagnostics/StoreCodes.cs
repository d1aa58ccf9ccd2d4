namespace ScoreGuard.Domain.Diagnostics;

/// <summary>What can be wrong with something stored.</summary>
public static class StoreCodes
{
    public static readonly CodeArea Area = new("Store", "SG50");

    public static readonly DiagnosticCode Unreadable = Area.Define(
        "SG5001",
        "A stored document is truncated or no document",
        "Restore the file from version control or a backup; nothing is judged until then."
    );

    public static readonly DiagnosticCode Altered = Area.Define(
        "SG5002",
        "A stored file is not what was stored",
        "Restore the file from version control or a backup; nothing is judged until then."
    );

    public static readonly DiagnosticCode Gone = Area.Define(
        "SG5003",
        "A stored file is gone that something else names",
        "Restore the file from version control or a backup; nothing is judged until then."
    );

    public static readonly DiagnosticCode TooNew = Area.Define(
        "SG5004",
        "The store was written by another version of scoreguard",
        "Use the version that wrote it, or restore `format.json`."
    );

    public static readonly DiagnosticCode Connection = Area.Define(
        "SG5005",
        "The connection to Azure Storage is missing or cannot be read",
        "Set `SCOREGUARD_STORAGE` to a connection string, or `SCOREGUARD_STORAGE__accountName` to use an identity."
    );
}
