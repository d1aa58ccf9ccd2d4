using System.Collections.Immutable;
using System.Text;
using ScoreGuard.Application.Models;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Targets.Model;

namespace ScoreGuard.Application.Live;

/// <summary>What a live target says about itself at the start of a run.</summary>
/// <param name="ModelName">As diagnostics name it.</param>
/// <param name="Model">What outcomes are made or described by; null: diagnostics say why not.</param>
/// <param name="Facts">Null: the target is a model file.</param>
internal sealed record TargetReading(
    string ModelName,
    byte[]? Model,
    TargetFacts? Facts,
    ImmutableArray<Diagnostic> Diagnostics
)
{
    /// <summary>Reads the workspace's target; a snapshot of its configuration is kept.</summary>
    /// <param name="account">What its calls are counted under.</param>
    public static async Task<TargetReading> ReadAsync(
        WorkspaceContext context,
        string account,
        CancellationToken cancellationToken
    )
    {
        var target = context.Workspace.Target;
        var file = context.Files.DisplayName(Workspace.FileName);
        switch (target.Type)
        {
            case TargetType.Model:
                return await ReadModelAsync(context, account, cancellationToken);
            case TargetType.Http:
                var service = context.Targets.OpenService(target, account, context.Stores.Ledger);
                return service is Parsed<IScoringService>.Refused unready
                    ? new(file, null, null, unready.Diagnostics)
                    : new(
                        file,
                        VocabularyModel.Write(context.Workspace),
                        new("the scoring service", IsReplay: true, null),
                        []
                    );
            default:
                return context.Targets.Open(target, account, context.Stores.Ledger) switch
                {
                    Parsed<ITarget>.Ok opened => await ReadPlatformAsync(
                        context,
                        opened.Value,
                        file,
                        cancellationToken
                    ),
                    Parsed<ITarget>.Refused refused => new(file, null, null, refused.Diagnostics),
                    _ => throw new System.Diagnostics.UnreachableException(),
                };
        }
    }

    private static async Task<TargetReading> ReadModelAsync(
        WorkspaceContext context,
        string account,
        CancellationToken cancellationToken
    )
    {
        var (name, target) = (context.Workspace.Model, context.Workspace.Target);
        if (target.Url is not { } url)
        {
            return new(context.Files.DisplayName(name), context.Files.Find(name), null, []);
        }

        switch (context.Targets.OpenModel(target, account, context.Stores.Ledger))
        {
            case Parsed<ModelFetch>.Ok { Value: var fetch }:
                try
                {
                    var fetched = await fetch.FetchAsync(cancellationToken);
                    return new(url, fetched.Bytes.ToArray(), null, []);
                }
                catch (TargetFault fault)
                {
                    return new(url, null, null, [LiveProblem.Of(fault).ToDiagnostic(url)]);
                }

            case Parsed<ModelFetch>.Refused refused:
                return new(url, null, null, refused.Diagnostics);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<TargetReading> ReadPlatformAsync(
        WorkspaceContext context,
        ITarget platform,
        string file,
        CancellationToken cancellationToken
    )
    {
        var isReplay = context.Workspace.Target.Use == TargetUse.Replay;
        ConfigurationSnapshot? snapshot;
        try
        {
            snapshot = await platform.FindConfigurationAsync(cancellationToken);
        }
        catch (TargetFault fault)
        {
            return new(file, null, null, [LiveProblem.Of(fault).ToDiagnostic(file)]);
        }

        if (snapshot is not null)
        {
            await context.Stores.Models.SaveAsync(snapshot.Hash, snapshot.Canonical, cancellationToken);
        }

        var facts = new TargetFacts(platform.Capabilities.Platform, isReplay, snapshot?.Hash)
        {
            Fidelity = isReplay ? null : await context.Stores.Fidelity.FindLastAsync(cancellationToken),
            ReadModelHash = isReplay ? await KeepModelAsync(context, snapshot?.Model, cancellationToken) : null,
        };
        if (isReplay)
        {
            return new(file, VocabularyModel.Write(context.Workspace), facts, []);
        }

        return snapshot?.Model is { } model
            ? new($"{facts.Platform} as read", Encoding.UTF8.GetBytes(model), facts, Carried(file, snapshot.Carried))
            : new(
                file,
                null,
                facts,
                [
                    Told(
                        TargetCodes.ConfigurationUnreadable,
                        Severity.Error,
                        file,
                        $"What can be read of {facts.Platform} is not enough to score by; say `use: replay`."
                    ),
                ]
            );
    }

    /// <summary>Keeps what the configuration reads as, for later runs to tell edits by.</summary>
    /// <returns>The model's hash; null: it reads as none.</returns>
    private static async Task<string?> KeepModelAsync(
        WorkspaceContext context,
        string? text,
        CancellationToken cancellationToken
    )
    {
        if (
            text is null
            || ModelFile.Read("the read configuration", Encoding.UTF8.GetBytes(text), context.Zones)
                is not Parsed<ScoringModel>.Ok { Value: var model }
        )
        {
            return null;
        }

        await context.Stores.Models.SaveAsync(model.Hash, model.Canonical, cancellationToken);
        return model.Hash;
    }

    /// <summary>One warning about everything that is not exact: a run must not look truer than it is.</summary>
    private static ImmutableArray<Diagnostic> Carried(string file, ImmutableArray<CarriedPart> parts)
    {
        var near = parts.Count(part => part.How == CarriedHow.Approximated);
        var gone = parts.Count(part => part.How == CarriedHow.LeftOut);
        return near + gone == 0
            ? []
            :
            [
                Told(
                    TargetCodes.CarriedOver,
                    Severity.Warning,
                    file,
                    $"Of {parts.Length} parts of the configuration {near} are approximated and {gone} left out; `scoreguard import` says which and why."
                ),
            ];
    }

    private static Diagnostic Told(DiagnosticCode code, Severity severity, string file, string message) =>
        new(code.Code, severity, file, null, "target", message);
}
