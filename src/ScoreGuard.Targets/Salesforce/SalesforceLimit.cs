using System.Globalization;
using System.Text.RegularExpressions;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>The org's calls of 24 hours, which other integrations live on too.</summary>
/// <param name="reserve">In percent, left to others.</param>
internal sealed partial class SalesforceLimit(int reserve)
{
    public const string Header = "Sforce-Limit-Info";

    private long _used;
    private long _most = long.MaxValue;

    public void Read(string? header)
    {
        if (
            header is not null
            && Usage().Match(header) is { Success: true } usage
            && long.TryParse(
                usage.Groups["used"].ValueSpan,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var used
            )
            && long.TryParse(
                usage.Groups["most"].ValueSpan,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var most
            )
        )
        {
            (_used, _most) = (used, most);
        }
    }

    /// <summary>Asked before work is begun; cleaning up is never held back.</summary>
    /// <exception cref="TargetFault">What is left is for others.</exception>
    public void Check()
    {
        if (_most != long.MaxValue && (_most - _used) * 100 < _most * reserve)
        {
            throw new TargetFault(
                TargetFaultKind.BudgetSpent,
                $"The org has taken {_used} of its {_most} calls of 24 hours; the last {reserve} % are left to others (option `reserve`)."
            );
        }
    }

    [GeneratedRegex(
        @"(^|[;,]\s*)api-usage=(?<used>[0-9]{1,15})/(?<most>[0-9]{1,15})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Usage();
}
