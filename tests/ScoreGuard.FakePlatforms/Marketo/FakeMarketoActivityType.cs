namespace ScoreGuard.FakePlatforms.Marketo;

/// <summary>A type of activities.</summary>
/// <param name="Attributes">API names of its secondary attributes.</param>
public sealed record FakeMarketoActivityType(int Id, string Name, bool IsCustom, string Primary, string[] Attributes);
