using System.Collections.Immutable;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Storage.Azure.Tables;
using ScoreGuard.Storage.Json;

namespace ScoreGuard.Storage.Azure;

/// <summary>One partition a workspace: <c>run-…</c>, the newest first, and <c>decision-…</c>; inserted, never changed.</summary>
internal sealed class AzureRunStore(StoreTable table, string workspace) : IRunStore
{
    private const string RunPrefix = "run-";
    private const string DecisionPrefix = "decision-";
    private const int LongestId = 100;

    /// <summary>Of a run's name: decimal digits, then hexadecimal ones.</summary>
    private const int TimeLength = 19;

    private static readonly EntityDocument<RunRecord> RunDocument = new(StoredJson.Default.RunRecord, RunColumns);
    private static readonly EntityDocument<Decision> DecisionDocument = new(
        StoredJson.Default.Decision,
        DecisionColumns
    );

    public Task AppendAsync(RunRecord run, CancellationToken cancellationToken) =>
        RunId.IsRunId(run.Id)
            ? AppendAsync(RunDocument, RunKey(run.Id), run, cancellationToken)
            : throw new ArgumentException($"'{run.Id}' is no name of a run.", nameof(run));

    public async Task<RunRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        RunId.IsRunId(id) && await table.FindAsync(workspace, RunKey(id), cancellationToken) is { } head
            ? await ReadAsync(head, cancellationToken)
            : null;

    public async Task<ImmutableArray<RunRecord>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        var runs = ImmutableArray.CreateBuilder<RunRecord>();
        foreach (var head in await table.ListAsync(EntityRange.Of(workspace, RunPrefix), limit, cancellationToken))
        {
            runs.Add(await ReadAsync(head, cancellationToken));
        }

        return runs.DrainToImmutable();
    }

    public async Task<RunRecord?> FindLastJudgedAsync(CancellationToken cancellationToken)
    {
        var judged = TableClient.CreateQueryFilter(
            $"kind eq {nameof(RunKind.Run)} and verdict ne {nameof(Verdict.Broken)}"
        );
        var found = await table.ListAsync(EntityRange.Of(workspace, RunPrefix), 1, cancellationToken, judged);
        return found is [var head] ? await ReadAsync(head, cancellationToken) : null;
    }

    public Task AppendAsync(Decision decision, CancellationToken cancellationToken) =>
        decision.Id.Length is > 0 and < LongestId
        && decision.Id.All(unit => char.IsAsciiLetterOrDigit(unit) || unit == '-')
            ? AppendAsync(DecisionDocument, DecisionPrefix + decision.Id, decision, cancellationToken)
            : throw new ArgumentException($"'{decision.Id}' is no name of a decision.", nameof(decision));

    public async Task<ImmutableArray<Decision>> ListDecisionsAsync(CancellationToken cancellationToken)
    {
        var range = EntityRange.Of(workspace, DecisionPrefix);
        var decisions = new List<Decision>();
        foreach (var head in await table.ListAsync(range, int.MaxValue, cancellationToken))
        {
            decisions.Add((await DecisionDocument.ReadAsync(table, head, cancellationToken)).Value);
        }

        return [.. decisions.OrderBy(decision => decision.At)];
    }

    private async Task<RunRecord> ReadAsync(TableEntity head, CancellationToken cancellationToken)
    {
        var (run, _) = await RunDocument.ReadAsync(table, head, cancellationToken);
        return RunKey(run.Id) == head.RowKey
            ? run
            : throw AzureDamage.Altered(table.NameOf(head.PartitionKey, head.RowKey));
    }

    private async Task AppendAsync<T>(
        EntityDocument<T> document,
        string rowKey,
        T value,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var content = document.Seal(value);
        var head = new TableEntity(workspace, rowKey);
        await Packing.SavePartsAsync(table, document.Write(head, value, content), cancellationToken);
        if (await table.TryAddAsync(head, cancellationToken) is not null)
        {
            return;
        }

        // Recorded by an earlier attempt whose answer got lost, or by somebody else: the bytes tell.
        var stored = await table.FindAsync(workspace, rowKey, cancellationToken);
        if (
            stored is null
            || !(await Packing.UnpackAsync(table, stored, cancellationToken)).AsSpan().SequenceEqual(content)
        )
        {
            throw new StorageFault(
                "append",
                table.NameOf(workspace, rowKey),
                new IOException("it is recorded already")
            );
        }
    }

    private static IEnumerable<(string, object?)> RunColumns(RunRecord run) =>
        [
            ("id", run.Id),
            ("kind", run.Kind.ToString()),
            ("verdict", run.Verdict.ToString()),
            ("headline", Columns.Of(run.Headline)),
            ("startedAt", Columns.Of(run.StartedAt)),
            ("finishedAt", Columns.Of(run.FinishedAt)),
            ("leads", run.Figures.Leads),
            ("gained", run.Figures.Gained),
            ("lost", run.Figures.Lost),
            ("changedOtherwise", run.Figures.ChangedOtherwise),
        ];

    private static IEnumerable<(string, object?)> DecisionColumns(Decision decision) =>
        [
            ("id", decision.Id),
            ("kind", decision.Kind.ToString()),
            ("by", Columns.Of(decision.By)),
            ("at", Columns.Of(decision.At)),
            ("reason", Columns.Of(decision.Reason)),
        ];

    /// <summary>Every digit replaced by its complement: rows are read in ascending order, and the newest is to come first.</summary>
    private static string RunKey(string id) =>
        RunPrefix
        + Complement(id.AsSpan(0, TimeLength), "0123456789")
        + Complement(id.AsSpan(TimeLength), "0123456789abcdef");

    private static string Complement(ReadOnlySpan<char> text, string digits)
    {
        var complement = text.ToArray();
        foreach (ref var unit in complement.AsSpan())
        {
            var value = digits.IndexOf(unit, StringComparison.Ordinal);
            unit = value < 0 ? unit : digits[^(value + 1)];
        }

        return new(complement);
    }
}
