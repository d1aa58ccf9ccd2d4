namespace ScoreGuard.Domain.Drift.Traits;

/// <summary>Something that is so of some leads and not of others. All its texts come from the lead file.</summary>
/// <param name="Name">The activity or the attribute.</param>
/// <param name="Property">Of the activity; empty where the kind has none.</param>
/// <param name="Value">Empty where the kind has none.</param>
public readonly record struct Trait(TraitKind Kind, string Name, string Property = "", string Value = "")
{
    public static Trait Activity(string name) => new(TraitKind.Activity, name);

    public static Trait Present(string attribute) => new(TraitKind.Present, attribute);

    public static Trait Missing(string attribute) => new(TraitKind.Missing, attribute);

    public static Trait Of(string attribute, string value) => new(TraitKind.Value, attribute, "", value);
}
