namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>What an operation asks about.</summary>
/// <param name="Name">Of the lead's attribute or the activity's property.</param>
/// <param name="Type">Of the field; null: a property of an activity, which takes the type of what it is compared with.</param>
/// <param name="HoldsSeveral">Values stand in one text, semicolons between.</param>
internal sealed record Subject(string Name, string? Type, bool HoldsSeveral);
