using System.Collections.Immutable;

namespace ScoreGuard.Domain.Workspaces.Targets;

/// <summary>How a synthetic lead becomes a record.</summary>
/// <param name="AddressField">The platform's property for the e-mail address.</param>
/// <param name="AddressDomain">What stands behind the <c>@</c> of every address: a domain that reaches nobody.</param>
/// <param name="RunField">The platform's property that carries the run's mark.</param>
/// <param name="Fields">Which attribute goes to which property.</param>
/// <param name="Constants">What every record is given: what keeps it away from Sales.</param>
public sealed record LeadMapping(
    string AddressField,
    string AddressDomain,
    string RunField,
    ImmutableArray<FieldMapping> Fields,
    ImmutableArray<FieldConstant> Constants
)
{
    public static LeadMapping None { get; } = new("", "", "", [], []);
}

/// <param name="Ours">A lead's attribute, or a property of its activity.</param>
/// <param name="Theirs">The platform's property.</param>
public readonly record struct FieldMapping(string Ours, string Theirs);

/// <param name="Value">As text.</param>
public readonly record struct FieldConstant(string Theirs, string Value);
