namespace ScoreGuard.Domain.Drift.Traits;

/// <summary>What a trait says about a lead; of two that tell changed leads from others as well, the earlier one is said first.</summary>
public enum TraitKind
{
    /// <summary>An activity of that name happened to it.</summary>
    Activity,

    /// <summary>It has no value in the attribute.</summary>
    Missing,

    /// <summary>Its attribute has that value.</summary>
    Value,

    /// <summary>Its attribute is that number or more.</summary>
    AtLeast,

    /// <summary>Its attribute is that number or less.</summary>
    AtMost,

    /// <summary>It has some value in the attribute.</summary>
    Present,

    /// <summary>An activity of that name happened to it, with that value in a property.</summary>
    ActivityValue,
}
