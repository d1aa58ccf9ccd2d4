using System.Text;
using Microsoft.WindowsAzure.Storage;
using Microsoft.WindowsAzure.Storage.Table;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Benchmarks.Store;

/// <summary>What one would write first: an entity a lead, a hundred in a transaction, by Microsoft's earlier client.</summary>
internal sealed class EntityALead(string connectionString, BaselineLines outcomes) : IStoreContestant
{
    private const int InTransaction = 100;
    private const int AtOnce = 8;

    private readonly CloudTable _table = CloudStorageAccount
        .Parse(connectionString)
        .CreateCloudTableClient()
        .GetTableReference("EntityALead");

    public string Name => "one entity a lead, WindowsAzure.Storage 9.3.3";

    public async Task PrepareAsync() => await _table.CreateIfNotExistsAsync();

    public async Task WriteAsync(string baseline)
    {
        var entities = Lines().Select((line, index) => Entity(baseline, index, line));
        await Parallel.ForEachAsync(
            entities.Chunk(InTransaction),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (chunk, _) =>
            {
                var batch = new TableBatchOperation();
                foreach (var entity in chunk)
                {
                    batch.Insert(entity);
                }

                await _table.ExecuteBatchAsync(batch);
            }
        );
    }

    public async Task<long> ReadAsync(string baseline)
    {
        var query = new TableQuery<DynamicTableEntity>().Where(
            TableQuery.GenerateFilterCondition("PartitionKey", QueryComparisons.Equal, baseline)
        );
        var length = 0L;
        TableContinuationToken? next = null;
        do
        {
            var page = await _table.ExecuteQuerySegmentedAsync(query, next);
            length += page.Results.Sum(entity => Encoding.UTF8.GetByteCount(entity.Properties["outcome"].StringValue));
            next = page.ContinuationToken;
        } while (next is not null);

        return length;
    }

    private static DynamicTableEntity Entity(string baseline, int index, string line) =>
        new(baseline, $"{index:D8}") { Properties = { ["outcome"] = new EntityProperty(line) } };

    private List<string> Lines()
    {
        var lines = new List<string>(outcomes.Leads);
        var rest = outcomes.Lines.Span;
        while (!rest.IsEmpty)
        {
            lines.Add(Encoding.UTF8.GetString(OutcomeLines.TakeLine(ref rest)));
        }

        return lines;
    }
}
