using System.Text;
using Azure.Core;
using ScoreGuard.Application.Decisions;
using ScoreGuard.Application.Leads;
using ScoreGuard.Application.Replaying;
using ScoreGuard.Application.Runs;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Storage.Azure;
using ScoreGuard.Storage.Azure.Tables;
using ScoreGuard.Targets.Model;
using ScoreGuard.Testing.Azurite;

namespace ScoreGuard.Integration.Tests.AzureStore;

/// <summary>A workspace whose files and store are in a storage account, with the real engine.</summary>
internal sealed class AzureWorkspace : IReportOutput, IChangeSink, IOutcomeSink
{
    private const string Model = """
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

    private readonly AzureConnection _connection;
    private readonly WorkspaceName _name;

    private AzureWorkspace(AzureConnection connection, WorkspaceName name) => (_connection, _name) = (connection, name);

    /// <summary>Counts what the Table service gives to this workspace.</summary>
    public EntityCounter Entities { get; private init; } = new();

    public static async Task<AzureWorkspace> NewAsync(AzuriteServer azurite, string text, int leads)
    {
        var counter = new EntityCounter();
        var options = new TableClientOptions();
        options.AddPolicy(counter, HttpPipelinePosition.PerCall);
        var connection = AzureConnection.FromConnectionString(azurite.ConnectionString, options);
        WorkspaceName.TryParse(text, out var name).ShouldBeTrue();
        var workspace = new AzureWorkspace(connection, name) { Entities = counter };
        await connection.Blobs.GetBlobContainerClient(AzureWorkspaceFiles.ContainerName).CreateIfNotExistsAsync();
        await workspace.WriteAsync(
            "scoreguard.yaml",
            "scoreguard: 1\nname: Test\nleads: leads.jsonl\nasOf: 2026-02-01\n"
        );
        await workspace.WriteAsync("model.yaml", Model);
        await workspace.WriteAsync("leads.jsonl", Leads(leads));
        await AzureStores.Open(connection, name, TimeProvider.System).PrepareAsync(default);
        return workspace;
    }

    public async Task EditModelAsync(string was, string now)
    {
        Model.ShouldContain(was);
        await WriteAsync("model.yaml", Model.Replace(was, now, StringComparison.Ordinal));
    }

    public async Task FreezeAsync() =>
        (
            await new FreezeLeads(await ContextAsync()).ExecuteAsync(replace: false, default)
        ).ShouldBeOfType<FreezeOutcome.Frozen>();

    public async Task<RunRecord> RunAsync()
    {
        var context = await ContextAsync();
        var request = new RunRequest(RunKind.Run, "test", "model.yaml", context.Files.Find("model.yaml"));
        var outcome = await new ExecuteRun(context).ExecuteAsync(request, this, default);
        return outcome.ShouldBeOfType<RunOutcome.Finished>().Run;
    }

    public async Task<Baseline> AcceptAsync(RunRecord run)
    {
        var request = new DecisionRequest(run.Id, DecisionKind.Accept, DecisionScope.All, [], [], "Ann", "agreed");
        var outcome = await new Decide(await ContextAsync()).ExecuteAsync(request, default);
        return outcome.ShouldBeOfType<DecisionOutcome.Recorded>().Baseline.ShouldNotBeNull();
    }

    public IChangeSink OpenChanges(ChangeColumns columns) => this;

    public IOutcomeSink OpenOutcomes(OutcomeColumns columns) => this;

    public void Write(OutcomeRow row)
    {
        // The record says enough.
    }

    public void Write(LeadChange change)
    {
        // The record says enough.
    }

    public void Finish(RunReport report)
    {
        // The record says enough.
    }

    /// <summary>Opened anew each time, as by a process that has just started.</summary>
    private async Task<WorkspaceContext> ContextAsync()
    {
        var files = await AzureWorkspaceFiles.OpenAsync(_connection, _name, null, default);
        var stores = AzureStores.Open(_connection, _name, TimeProvider.System);
        return new(
            WorkspaceOpening.Read(files).ShouldBeOfType<Parsed<Workspace>.Ok>().Value,
            files,
            WorkspaceStores.Of(stores),
            new EngineReplayers(),
            new WorkspaceLeadSources(),
            new TzdbTimeZones(),
            new ScoreGuard.Application.Live.PlatformTargets(_ => null, TimeProvider.System),
            TimeProvider.System
        );
    }

    private async Task WriteAsync(string path, string text) =>
        await _connection
            .Blobs.GetBlobContainerClient(AzureWorkspaceFiles.ContainerName)
            .GetBlobClient($"{_name}/{path}")
            .UploadAsync(new BinaryData(text), overwrite: true);

    private static string Leads(int count)
    {
        var lines = new StringBuilder();
        for (var lead = 0; lead < count; lead++)
        {
            var country = lead % 2 == 0 ? "Germany" : "US";
            var activity = lead % 5 == 0 ? """{"type":"demo","at":"2026-01-03"}""" : "";
            lines.Append(
                $$"""{"id":"L{{lead:D6}}","createdAt":"2026-01-01","attributes":{"country":"{{country}}"},"activities":[{{activity}}]}"""
            );
            lines.Append('\n');
        }

        return lines.ToString();
    }
}
