using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Targets.HubSpot;
using ScoreGuard.Targets.Marketo;
using ScoreGuard.Targets.Mautic;
using ScoreGuard.Targets.Platforms;
using ScoreGuard.Targets.Salesforce;

namespace ScoreGuard.Targets;

/// <summary>Makes the adapter that a workspace asks for, or says everything that is missing for it.</summary>
public static class TargetOpening
{
    public static Parsed<ITarget> Open(TargetSetting setting) => setting.Locate(OpenAdapter(setting));

    private static Parsed<ITarget> OpenAdapter(TargetSetting setting) =>
        setting.Definition.Type switch
        {
            TargetType.HubSpot => HubSpotTarget.Open(setting),
            TargetType.Marketo => MarketoTarget.Open(setting),
            TargetType.Mautic => MauticTarget.Open(setting),
            TargetType.Salesforce => SalesforceTarget.Open(setting),
            _ => new Parsed<ITarget>.Refused([
                new(
                    TargetCodes.Setup.Code,
                    Severity.Error,
                    Workspace.FileName,
                    null,
                    "target",
                    "This target is no platform that holds records."
                ),
            ]),
        };
}
