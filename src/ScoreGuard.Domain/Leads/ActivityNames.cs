namespace ScoreGuard.Domain.Leads;

/// <summary>Activities that mean something by their name.</summary>
public static class ActivityNames
{
    /// <summary>Its properties become the lead's attributes; a target needs no entry under <c>signals</c> for it.</summary>
    public const string AttributeChange = "attribute_change";
}
