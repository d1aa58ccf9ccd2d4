using System.Collections.Immutable;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Domain.Workspaces.Targets;

/// <summary>How an activity of a lead becomes a signal on the platform.</summary>
/// <param name="Activity">The activity's type.</param>
/// <param name="Name">Which form, event, campaign, programme or page; empty where the kind needs none.</param>
/// <param name="Where">Only activities with these values; the first mapping of a type whose conditions hold is taken.</param>
/// <param name="Fields">Which property of the activity goes to which one on the platform.</param>
/// <param name="Constants">What every such signal carries.</param>
public sealed record SignalMapping(
    string Activity,
    SignalKind Kind,
    string Name,
    ImmutableArray<FieldConstant> Where,
    ImmutableArray<FieldMapping> Fields,
    ImmutableArray<FieldConstant> Constants
);
