using System.Text;
using ScoreGuard.Application.Decisions;
using ScoreGuard.Application.Leads;
using ScoreGuard.Application.Live;
using ScoreGuard.Application.Replaying;
using ScoreGuard.Application.Reports;
using ScoreGuard.Application.Runs;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Storage.Folder;
using ScoreGuard.Targets.Model;

namespace ScoreGuard.Application.Tests;

/// <summary>A small workspace in a folder of its own, with the real store and the real engine.</summary>
internal sealed class Guarded : IDisposable, IReportOutput, IChangeSink, IOutcomeSink
{
    public const string Model = """
        scoreguard: 1
        name: Small
        fields: { country: { type: text, synonyms: { DE: [Germany] } } }
        scores:
          fit: { rules: [ { id: german, when: { country: DE }, points: 20 } ] }
          behaviour: { rules: [ { id: demo, on: demo, points: 50 }, { id: click, on: click, points: 10 } ] }
          total: { sum: { fit: 1, behaviour: 1 } }
        lifecycle:
          start: Inquiry
          stages: [Inquiry, MQL]
          transitions: [ { id: mql, from: Inquiry, to: MQL, when: { score.total: '>= 60' } } ]
        routing: { on: [MQL], rules: [ { id: dach, when: { country: DE }, to: DACH } ], default: Pool }
        """;

    public static readonly string Leads = string.Concat(
        Enumerable
            .Range(0, 40)
            .Select(lead =>
                $$"""{"id":"L{{lead:D3}}","createdAt":"2026-01-01","attributes":{"country":"{{(lead % 2 == 0 ? "Germany" : "US")}}"},"activities":[{{string.Join(',', Enumerable.Range(0, lead % 7).Select(_ => """{"type":"click","at":"2026-01-02"}"""))}}{{(lead % 5 == 0 && lead % 7 > 0 ? "," : "")}}{{(lead % 5 == 0 ? """{"type":"demo","at":"2026-01-03"}""" : "")}}]}"""
                + "\n"
            )
    );

    private readonly string _folder = Directory.CreateTempSubdirectory("scoreguard-").FullName;
    private long _now = 1_780_000_000_000;

    public Guarded(string extra = "")
    {
        Write("scoreguard.yaml", $"scoreguard: 1\nname: Test\nleads: leads.jsonl\nasOf: 2026-02-01\n{extra}");
        Write("model.yaml", Model);
        Write("leads.jsonl", Leads);
    }

    /// <summary>Changed leads of the last run or report.</summary>
    public List<LeadChange> Changes { get; } = [];

    public ChangeColumns? ChangeColumns { get; private set; }

    /// <summary>The outcomes that the last run or report listed.</summary>
    public List<OutcomeRow> Outcomes { get; } = [];

    public OutcomeColumns? OutcomeColumns { get; private set; }

    public RunReport? Report { get; private set; }

    public IReplayers Replayers { get; set; } = new EngineReplayers();

    public ITargets Targets { get; set; } = new PlatformTargets(_ => null, TimeProvider.System);

    /// <summary>Null: a second passes each time it is asked.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>What stands around the journal; null: nothing.</summary>
    public Func<IReplayJournal, IReplayJournal>? AroundJournal { get; set; }

    public string StorePath => Path.Combine(_folder, ".scoreguard");

    public FolderWorkspaceFiles Files => new(_folder);

    public WorkspaceContext Context
    {
        get
        {
            var files = Files;
            var workspace = WorkspaceOpening.Read(files).ShouldBeOfType<Parsed<Workspace>.Ok>().Value;
            var stores = FolderStores.Open(StorePath);
            stores.Prepare();
            var kept = WorkspaceStores.Of(stores);
            if (AroundJournal is not null)
            {
                kept = kept with { Journal = AroundJournal(kept.Journal) };
            }

            return new(
                workspace,
                files,
                kept,
                Replayers,
                new WorkspaceLeadSources(),
                new TzdbTimeZones(),
                Targets,
                Time ?? new Ticking(this)
            );
        }
    }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    public void Remove(string name) => File.Delete(Path.Combine(_folder, name));

    public void EditModel(string was, string now)
    {
        var model = File.ReadAllText(Path.Combine(_folder, "model.yaml"));
        model.ShouldContain(was);
        Write("model.yaml", model.Replace(was, now, StringComparison.Ordinal));
    }

    public async Task<FreezeOutcome> FreezeAsync(bool replace = false) =>
        await new FreezeLeads(Context).ExecuteAsync(replace, default);

    public async Task<RunRecord> RunAsync() => (await TryRunAsync()).ShouldBeOfType<RunOutcome.Finished>().Run;

    public Task<RunOutcome> TryRunAsync() =>
        new ExecuteRun(Context).ExecuteAsync(
            new(RunKind.Run, "test", "model.yaml", Context.Files.Find("model.yaml")),
            this,
            default
        );

    public async Task<RunRecord> PreviewAsync(string model) =>
        (
            await new ExecuteRun(Context).ExecuteAsync(
                new(RunKind.Preview, "test", "candidate.yaml", Encoding.UTF8.GetBytes(model)),
                this,
                default
            )
        )
            .ShouldBeOfType<RunOutcome.Finished>()
            .Run;

    public Task<DecisionOutcome> DecideAsync(
        string run,
        DecisionKind kind = DecisionKind.Accept,
        string[]? causes = null,
        string[]? leads = null,
        string reason = "agreed"
    ) =>
        new Decide(Context).ExecuteAsync(
            new(
                run,
                kind,
                causes is not null ? DecisionScope.Causes
                    : leads is not null ? DecisionScope.Leads
                    : DecisionScope.All,
                [.. causes ?? []],
                [.. leads ?? []],
                "Ann",
                reason
            ),
            default
        );

    public async Task<RunReport> ReportAsync(string run) =>
        (await new MakeReport(Context).ExecuteAsync(run, this, default)).ShouldBeOfType<RunOutcome.Finished>().Report;

    /// <summary>Leads frozen, first outcomes approved.</summary>
    public async Task<Guarded> ApprovedAsync()
    {
        (await FreezeAsync()).ShouldBeOfType<FreezeOutcome.Frozen>();
        var first = await RunAsync();
        first.Verdict.ShouldBe(Verdict.NoBaseline, string.Join("; ", first.Diagnostics));
        (await DecideAsync(first.Id)).ShouldBeOfType<DecisionOutcome.Recorded>().Baseline!.Version.ShouldBe(1);
        return this;
    }

    public IChangeSink OpenChanges(ChangeColumns columns)
    {
        ChangeColumns = columns;
        Changes.Clear();
        return this;
    }

    public IOutcomeSink OpenOutcomes(OutcomeColumns columns)
    {
        OutcomeColumns = columns;
        Outcomes.Clear();
        return this;
    }

    public void Write(OutcomeRow row) => Outcomes.Add(row);

    public void Write(LeadChange change) => Changes.Add(change);

    public void Finish(RunReport report) => Report = report;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A second later each time it is asked.</summary>
    private sealed class Ticking(Guarded guarded) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(guarded._now += 1000);
    }
}
