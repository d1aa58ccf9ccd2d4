using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using ScoreGuard.Application.Models;
using ScoreGuard.Application.Runs;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Application.Live;

/// <summary>Replays a sample into the platform, evaluates the configuration that is read from it here, and says where the two differ.</summary>
public sealed class CheckFidelity(WorkspaceContext context)
{
    private readonly string _file = context.Files.DisplayName(Workspace.FileName);

    /// <param name="most">Leads in the sample: the first that can be tested.</param>
    /// <returns>The comparison, or why there is none.</returns>
    public async Task<Parsed<Fidelity>> ExecuteAsync(int most, CancellationToken cancellationToken)
    {
        if (context.Workspace.Target.Leads is { AddressDomain: "" } or { RunField: "" })
        {
            return Refused(
                WorkspaceCodes.TargetIncomplete,
                "Leads have to be put into the platform for this: say `target.lead` with `domain` and `run`."
            );
        }

        // Leads have to go there, however the workspace is run otherwise.
        var replaying = context with
        {
            Workspace = context.Workspace with
            {
                Target = context.Workspace.Target with
                {
                    Use = TargetUse.Replay,
                    Discipline = context.Workspace.Target.Discipline with { CanaryLead = null },
                },
            },
        };
        var held = ImmutableArray.CreateBuilder<Diagnostic>();
        using var gate = await RunLocking.TryAsync(context, "fidelity", held.Add, cancellationToken);
        if (gate is null)
        {
            return new Parsed<Fidelity>.Refused(held.ToImmutable());
        }

        cancellationToken = gate.Stop;
        var read = await new ReadConfiguration(context).ExecuteAsync(cancellationToken);
        if (read is not Parsed<ConfigurationSnapshot>.Ok { Value: var snapshot })
        {
            return new Parsed<Fidelity>.Refused(((Parsed<ConfigurationSnapshot>.Refused)read).Diagnostics);
        }

        if (snapshot.Model is not { } text)
        {
            return Refused(
                TargetCodes.ConfigurationUnreadable,
                "What can be read of the platform is not enough to score by, so there is nothing to compare it with."
            );
        }

        var parsed = ModelFile.Read("the read configuration", Encoding.UTF8.GetBytes(text), context.Zones);
        if (parsed is not Parsed<ScoringModel>.Ok { Value: var model })
        {
            return new Parsed<Fidelity>.Refused(((Parsed<ScoringModel>.Refused)parsed).Diagnostics);
        }

        if (await context.Stores.LeadSets.FindCurrentAsync(cancellationToken) is not { } leads)
        {
            return Refused(RunCodes.NoLeads, "No leads are frozen yet; run `scoreguard generate` first.");
        }

        var mark = "fidelity-" + LiveRun.MarkOf(RunId.Of(context.Now, "fidelity"));
        var live = await new LiveSample(replaying).ReplayAsync(mark, leads, most, cancellationToken);
        if (live is not Parsed<LiveSampled>.Ok { Value: var sampled })
        {
            return new Parsed<Fidelity>.Refused(((Parsed<LiveSampled>.Refused)live).Diagnostics);
        }

        var here = await EvaluateAsync(model, leads, sampled, cancellationToken);
        var shared = Shared(model);
        var differences = sampled
            .Outcomes.Select((there, place) => FidelityDifference.Find(there, here[place], shared))
            .OfType<FidelityDifference>()
            .ToImmutableArray();
        var facts = new FidelityFacts(context.Now, sampled.Outcomes.Length, differences.Length, snapshot.Hash);
        await context.Stores.Fidelity.SaveAsync(facts, cancellationToken);
        return new Parsed<Fidelity>.Ok(new(facts, differences, shared), sampled.Warnings);
    }

    private Parsed<Fidelity>.Refused Refused(DiagnosticCode code, string message) =>
        new([new(code.Code, Severity.Error, _file, null, "target", message)]);

    /// <summary>Scores that both sides have; both have to call them alike.</summary>
    private ImmutableArray<string> Shared(ScoringModel model) =>
        [
            .. context
                .Workspace.Target.Outcome.Scores.Select(score => score.Ours)
                .Where(name => model.Dimensions.Any(dimension => dimension.Name == name)),
        ];

    private async Task<ImmutableArray<Outcome>> EvaluateAsync(
        ScoringModel model,
        LeadSet leads,
        LiveSampled sampled,
        CancellationToken cancellationToken
    )
    {
        var wanted = sampled.Outcomes.Select(outcome => outcome.Lead).ToHashSet(StringComparer.Ordinal);
        var session = context.Replayers.Compile(model).NewSession();
        var found = new Dictionary<string, Outcome>(StringComparer.Ordinal);
        foreach (var shard in leads.Shards)
        {
            if (found.Count == wanted.Count)
            {
                break;
            }

            using var lines = await context.Stores.LeadShards.ReadAsync(shard, cancellationToken);
            foreach (var outcome in Evaluate(session, lines.Span, leads))
            {
                if (wanted.Contains(outcome.Lead))
                {
                    found[outcome.Lead] = outcome;
                }
            }
        }

        return [.. sampled.Outcomes.Select(outcome => found[outcome.Lead])];
    }

    private static List<Outcome> Evaluate(Replaying.IReplaySession session, ReadOnlySpan<byte> lines, LeadSet leads)
    {
        var written = new ArrayBufferWriter<byte>();
        session.Replay(new(lines, 1, leads.AsOf), written, new DiagnosticBag(leads.Source));
        var reader = new OutcomeReader();
        var outcomes = new List<Outcome>();
        for (var rest = written.WrittenSpan; !rest.IsEmpty; )
        {
            outcomes.Add(reader.Read(OutcomeLines.TakeLine(ref rest)));
        }

        return outcomes;
    }
}
