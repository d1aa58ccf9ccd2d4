using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Live;

/// <summary>Reads how a workspace's platform scores, for people.</summary>
public sealed class ReadConfiguration(WorkspaceContext context)
{
    public async Task<Parsed<ConfigurationSnapshot>> ExecuteAsync(CancellationToken cancellationToken)
    {
        var file = context.Files.DisplayName(Workspace.FileName);
        switch (
            context.Targets.Open(context.Workspace.Target, CallAccounts.New("reading", context), context.Stores.Ledger)
        )
        {
            case Parsed<ITarget>.Ok { Value: var platform }:
                try
                {
                    return await platform.FindConfigurationAsync(cancellationToken) is { } snapshot
                        ? new Parsed<ConfigurationSnapshot>.Ok(snapshot, [])
                        : Refused(
                            new(
                                TargetCodes.ConfigurationUnreadable.Code,
                                Severity.Error,
                                file,
                                null,
                                "target",
                                $"{platform.Capabilities.Platform} lets nobody read how it scores; only a replay tells."
                            )
                        );
                }
                catch (TargetFault fault)
                {
                    return Refused(LiveProblem.Of(fault).ToDiagnostic(file));
                }

            case Parsed<ITarget>.Refused refused:
                return new Parsed<ConfigurationSnapshot>.Refused(refused.Diagnostics);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Parsed<ConfigurationSnapshot>.Refused Refused(Diagnostic diagnostic) => new([diagnostic]);
}
