namespace ScoreGuard.Targets.Marketo;

/// <summary>Rows that hold a lead's id and nothing else.</summary>
internal static class MarketoIds
{
    /// <param name="key"><c>id</c> or <c>leadId</c>.</param>
    public static byte[] Row(string key, string record) =>
        MarketoJson.Write(writer => writer.WriteNumber(key, MarketoJson.IdOf(record)));
}
