using ScoreGuard.Application.Live;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Application.Validation;

/// <summary>What is wrong with a workspace's target, as far as that can be told without a call.</summary>
internal sealed class TargetCheck(Workspace workspace, ITargets targets)
{
    private const string Account = "validate";

    private readonly TargetDefinition _target = workspace.Target;

    public IEnumerable<Diagnostic> Check() => CheckStages().Concat(CheckOpening());

    private IEnumerable<Diagnostic> CheckOpening() =>
        _target switch
        {
            { Type: TargetType.Model, Url: null } => [],
            { Type: TargetType.Model } => Told(targets.OpenModel(_target, Account, NoCalls.Instance), _ => []),
            { Type: TargetType.Http } => Told(targets.OpenService(_target, Account, NoCalls.Instance), _ => []),
            _ => Told(
                targets.Open(_target, Account, NoCalls.Instance),
                platform => CheckSignals(platform.Capabilities)
            ),
        };

    /// <summary>
    /// Missing settings are no mistake of the files: where these are checked, secrets may be out of reach. But what was not
    /// checked must not look as if it had been.
    /// </summary>
    private IEnumerable<Diagnostic> Told<T>(Parsed<T> opened, Func<T, IEnumerable<Diagnostic>> check)
    {
        if (opened is Parsed<T>.Ok { Value: var value, Warnings: var warnings })
        {
            return warnings.Concat(check(value));
        }

        var told = ((Parsed<T>.Refused)opened).Diagnostics;
        var settings = told.Where(IsSetting).ToList();
        return told.Where(one => !IsSetting(one))
            .Concat(settings.Select(one => one with { Severity = Severity.Warning }))
            .Concat(
                settings.Count == 0
                    ? []
                    :
                    [
                        Warn(
                            TargetCodes.ConnectionMissing,
                            "target.connection",
                            $"The target could not be opened without its settings: whether they are right{(_target.MakesRecords ? ", and whether it can be given every signal," : "")} was not checked."
                        ),
                    ]
            );
    }

    private IEnumerable<Diagnostic> CheckSignals(TargetCapabilities platform)
    {
        for (var place = 0; _target.Use == TargetUse.Replay && place < _target.Signals.Length; place++)
        {
            var signal = _target.Signals[place];
            if (platform.Find(signal.Kind) is null)
            {
                yield return Warn(
                    TargetCodes.NotTestable,
                    $"target.signals[{place}]",
                    $"{platform.Platform} cannot be given `{SignalWords.Of(signal.Kind)}`, so no lead with the activity {Quote.Code(signal.Activity)} can be tested there."
                );
            }
        }
    }

    /// <summary>A stage that is never read back reaches nobody, and nothing would say so.</summary>
    private IEnumerable<Diagnostic> CheckStages() =>
        _target is { MakesRecords: true, Outcome.Stage: null }
            ? workspace.Policy.SalesStages.Select(name =>
                Warn(
                    WorkspaceCodes.UnknownStage,
                    "target.outcome",
                    $"No stage is read back, so no lead can reach {Quote.Code(name)} of `sales.stages`; add `stage`."
                )
            )
            : [];

    private Diagnostic Warn(DiagnosticCode code, string path, string message) =>
        _target.Places.Locate(new(code.Code, Severity.Warning, Workspace.FileName, null, path, message));

    private static bool IsSetting(Diagnostic told) => told.Code == TargetCodes.ConnectionMissing.Code;

    /// <summary>Opening takes no call, so none is counted.</summary>
    private sealed class NoCalls : ICallLedger
    {
        public static NoCalls Instance { get; } = new();

        public Task<bool> TryTakeAsync(string account, int calls, int most, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A target that is only checked is not called.");
    }
}
