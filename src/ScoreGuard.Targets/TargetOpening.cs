using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Targets.Platforms;
using ScoreGuard.Targets.Salesforce;

namespace ScoreGuard.Targets;

/// <summary>Makes the adapter that a workspace asks for, or says everything that is missing for it.</summary>
public static class TargetOpening
{
    public static Parsed<ITarget> Open(TargetSetting setting) =>
        setting.Definition.Type switch
        {
            TargetType.Salesforce => SalesforceTarget.Open(setting),
            var type => new Parsed<ITarget>.Refused([
                new(
                    TargetCodes.Setup.Code,
                    Severity.Error,
                    "settings",
                    null,
                    "target",
                    $"There is no live platform behind {type}."
                ),
            ]),
        };
}
