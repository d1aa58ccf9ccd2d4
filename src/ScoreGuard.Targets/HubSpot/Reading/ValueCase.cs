namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>One way in which a calculator comes to a value.</summary>
/// <param name="Where">Of the event; of a contact's rule always true.</param>
/// <param name="When">Of the contact.</param>
internal sealed record ValueCase(Criterion Where, Criterion When, decimal Value);
