namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>Names of the service's types.</summary>
internal static class EdmTypes
{
    /// <summary>What follows a property's name where its type is told.</summary>
    public const string Suffix = "@odata.type";

    public const string Binary = "Edm.Binary";
    public const string Boolean = "Edm.Boolean";
    public const string DateTime = "Edm.DateTime";
    public const string Double = "Edm.Double";
    public const string Guid = "Edm.Guid";
    public const string Int32 = "Edm.Int32";
    public const string Int64 = "Edm.Int64";

    public static string Special(double number) =>
        double.IsNaN(number) ? "NaN"
        : number > 0 ? "Infinity"
        : "-Infinity";
}
