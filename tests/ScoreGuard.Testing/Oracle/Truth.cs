namespace ScoreGuard.Testing.Oracle;

internal enum Truth
{
    False,
    Unknown,
    True,
}

/// <summary>In the order False, Unknown, True a conjunction is the least of its parts, a disjunction the greatest.</summary>
internal static class TruthTables
{
    public static Truth Of(bool value) => value ? Truth.True : Truth.False;

    public static Truth And(IEnumerable<Truth> parts) => parts.Append(Truth.True).Min();

    public static Truth Or(IEnumerable<Truth> parts) => parts.Append(Truth.False).Max();

    public static Truth Not(Truth truth) =>
        truth switch
        {
            Truth.True => Truth.False,
            Truth.False => Truth.True,
            _ => Truth.Unknown,
        };
}
