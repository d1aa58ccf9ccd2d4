using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Application.Validation;

/// <summary>Whether mail to a target's leads can reach anybody.</summary>
public static class AddressCheck
{
    /// <summary>What nobody but its owner can know of a domain, to be told before a first run; null: it is reserved for nobody.</summary>
    public static Diagnostic? FindWarning(TargetDefinition target) =>
        ReservedDomains.Contains(target.Leads.AddressDomain)
            ? null
            : target.Places.Locate(
                new(
                    WorkspaceCodes.ForeignAddress.Code,
                    Severity.Warning,
                    Workspace.FileName,
                    null,
                    "target.lead.domain",
                    $"Leads get addresses at {Quote.Code(target.Leads.AddressDomain)}: be sure that it is yours and has no mail server, or mail to them reaches somebody."
                )
            );
}
