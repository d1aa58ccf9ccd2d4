using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Storage.Azure;
using ScoreGuard.Storage.Azure.Tables;

namespace ScoreGuard.Storage.Tests.Azure;

/// <summary>Whatever happens to an entity or a blob, reading it says so; it is never taken for something else.</summary>
public sealed class AzureDamageTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Model = "{\"scoreguard\":1}";
    private const string RunName = "20260310T090000000Z-00000001";

    private readonly byte[] _lines = Some.Lines(50);
    private readonly byte[] _long = Some.Noise(2_000_000);
    private readonly string _workspace = AzuriteFixture.NewName();
    private AzureStores _stores = null!;

    public static TheoryData<string> Entities =>
        [
            "shard",
            "long shard",
            "outcome set",
            "lead set",
            "lead pointer",
            "manifest",
            "baseline pointer",
            "run",
            "decision",
        ];

    public async ValueTask InitializeAsync()
    {
        _stores = azurite.Open(_workspace);
        await _stores.PrepareAsync(default);
        await _stores.OutcomeShards.SaveAsync(Some.Shard(_lines), _lines, default);
        await _stores.OutcomeShards.SaveAsync(Some.Shard(_long), _long, default);
        await _stores.LeadShards.SaveAsync(Some.Shard(_lines), _lines, default);
        await _stores.Outcomes.SaveAsync(Some.Outcomes(Some.Shard(_lines)), default);
        await _stores.Models.SaveAsync(Sha256Text.Of(Model), Model, default);
        await _stores.LeadSets.TryReplaceAsync(Some.Leads("a"), null, default);
        await _stores.Baselines.TryPromoteAsync(Some.Baseline(1), default);
        await _stores.Runs.AppendAsync(Some.Run(RunName), default);
        await _stores.Runs.AppendAsync(Some.Decision(), default);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Entities))]
    public async Task Any_changed_property_that_counts_is_damage(string what)
    {
        var (table, entity) = await FindAsync(what);
        var names = entity.Select(property => property.Key).Except(["attempt", "leads", "bytes"]).ToList();
        names.ShouldNotBeEmpty();
        foreach (var name in names)
        {
            var changed = Copy(entity);
            changed[name] = Changed(entity[name]!);
            await PutAsync(table, changed);
            await Should.ThrowAsync<StoreDamage>(() => ReadAsync(what), name);
        }

        await PutAsync(table, Copy(entity));
        await ReadAsync(what);
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public async Task Any_missing_property_that_counts_is_damage(string what)
    {
        var (table, entity) = await FindAsync(what);
        foreach (var name in entity.Select(property => property.Key).Except(["attempt", "leads", "bytes"]).ToList())
        {
            var changed = Copy(entity);
            changed.Remove(name);
            await PutAsync(table, changed);
            await Should.ThrowAsync<StoreDamage>(() => ReadAsync(what), name);
        }
    }

    [Theory]
    [InlineData("shard")]
    [InlineData("outcome set")]
    [InlineData("lead set")]
    [InlineData("manifest")]
    public async Task An_entity_that_another_names_and_that_is_gone_is_damage(string what)
    {
        var (table, entity) = await FindAsync(what);
        await table.DeleteEntityAsync(entity.PartitionKey, entity.RowKey);
        var damage = await Should.ThrowAsync<StoreDamage>(() => ReadAsync(what));
        damage.Diagnostic.Code.ShouldBe(StoreCodes.Gone.Code);
        damage.Diagnostic.Message.ShouldBe(
            "it is gone, and something stored names it; restore it from a backup of the storage account."
        );
    }

    [Fact]
    public async Task A_missing_part_of_a_long_shard_is_damage()
    {
        var (table, head) = await FindAsync("long shard");
        var parts = await ListAsync(table, head.PartitionKey, "part-");
        parts.Count.ShouldBeGreaterThan(1);
        await table.DeleteEntityAsync(parts[^1].PartitionKey, parts[^1].RowKey);
        await Should.ThrowAsync<StoreDamage>(() => ReadAsync("long shard"));
        foreach (var part in parts)
        {
            await table.DeleteEntityAsync(part.PartitionKey, part.RowKey);
        }

        (await Should.ThrowAsync<StoreDamage>(() => ReadAsync("long shard"))).Diagnostic.Code.ShouldBe(
            StoreCodes.Gone.Code
        );
    }

    [Fact]
    public async Task A_lost_pointer_beside_versions_is_damage_and_no_first_run()
    {
        var (table, pointer) = await FindAsync("baseline pointer");
        await table.DeleteEntityAsync(pointer.PartitionKey, pointer.RowKey);
        await Should.ThrowAsync<StoreDamage>(() => ReadAsync("baseline pointer"));
        (await _stores.Baselines.TryPromoteAsync(Some.Baseline(1, "other"), default)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("leads")]
    [InlineData("models")]
    public async Task A_changed_or_truncated_blob_is_damage(string what)
    {
        var container = azurite.Connect().Blobs.GetBlobContainerClient(AzureStores.ArtefactsContainer);
        var blob = await container.GetBlobsAsync(prefix: $"{_workspace}/{what}/").SingleAsync();
        var client = container.GetBlobClient(blob.Name);
        var content = (await client.DownloadContentAsync()).Value.Content.ToArray();
        foreach (
            var wrong in (byte[][])
                [
                    [],
                    content[..^(content.Length / 2)],
                    (byte[])Changed(content),
                ]
        )
        {
            await client.UploadAsync(new BinaryData(wrong), overwrite: true);
            await Should.ThrowAsync<StoreDamage>(() => ReadAsync(what));
        }

        await client.DeleteAsync();
        if (what == "models")
        {
            (await _stores.Models.FindAsync(Sha256Text.Of(Model), default)).ShouldBeNull();
        }
        else
        {
            (await Should.ThrowAsync<StoreDamage>(() => ReadAsync(what))).Diagnostic.Code.ShouldBe(
                StoreCodes.Gone.Code
            );
        }
    }

    [Fact]
    public async Task A_store_of_another_version_is_not_touched()
    {
        var table = azurite.Connect().Tables.GetTableClient("ScoreGuardWork");
        await table.UpsertEntityAsync(new TableEntity(_workspace, "format") { ["scoreguardStore"] = 2 });
        var damage = await Should.ThrowAsync<StoreDamage>(() => _stores.PrepareAsync(default));
        damage.Diagnostic.Code.ShouldBe(StoreCodes.TooNew.Code);
    }

    /// <summary>The emulator takes an entity of full size as a new one only.</summary>
    private static async Task PutAsync(TableClient table, TableEntity entity)
    {
        await table.DeleteEntityAsync(entity.PartitionKey, entity.RowKey);
        await table.AddEntityAsync(entity);
    }

    private static TableEntity Copy(TableEntity entity)
    {
        var copy = new TableEntity(entity.PartitionKey, entity.RowKey);
        foreach (var (name, value) in entity)
        {
            copy[name] = value;
        }

        return copy;
    }

    private static object Changed(object value) =>
        value switch
        {
            string { Length: 0 } => "part-x",
            string text => text[..(text.Length / 2)]
                + (char)(text[text.Length / 2] ^ 1)
                + text[(text.Length / 2 + 1)..],
            byte[] bytes => (byte[])
                [
                    .. bytes[..(bytes.Length / 2)],
                    (byte)(bytes[bytes.Length / 2] ^ 1),
                    .. bytes[(bytes.Length / 2 + 1)..],
                ],
            int number => number + 1,
            long number => number + 1,
            DateTimeOffset at => at.AddSeconds(1),
            _ => throw new ArgumentOutOfRangeException(nameof(value)),
        };

    private async Task<(TableClient Table, TableEntity Entity)> FindAsync(string what)
    {
        var shard = Some.Shard(what == "long shard" ? _long : _lines).Digest["sha256:".Length..];
        var (name, partition, prefix) = what switch
        {
            "shard" or "long shard" => ("Outcomes", $"{_workspace}~{shard[..2]}", "shard-" + shard),
            "outcome set" => ("Outcomes", _workspace, "set-"),
            "lead set" => ("Leads", _workspace, "set-"),
            "lead pointer" => ("Leads", _workspace, "current"),
            "manifest" => ("Baselines", _workspace, "v"),
            "baseline pointer" => ("Baselines", _workspace, "current"),
            "run" => ("Runs", _workspace, "run-"),
            _ => ("Runs", _workspace, "decision-"),
        };
        var table = azurite.Connect().Tables.GetTableClient("ScoreGuard" + name);
        return (table, (await ListAsync(table, partition, prefix)).ShouldHaveSingleItem());
    }

    private static async Task<List<TableEntity>> ListAsync(TableClient table, string partition, string prefix)
    {
        var found = new List<TableEntity>();
        await foreach (var entity in table.QueryAsync<TableEntity>(ODataFilter.Of($"PartitionKey eq {partition}")))
        {
            if (entity.RowKey.StartsWith(prefix, StringComparison.Ordinal))
            {
                found.Add(entity);
            }
        }

        return found;
    }

    private async Task ReadAsync(string what)
    {
        switch (what)
        {
            case "shard":
                (await _stores.OutcomeShards.ReadAsync(Some.Shard(_lines), default)).Dispose();
                break;
            case "long shard":
                (await _stores.OutcomeShards.ReadAsync(Some.Shard(_long), default)).Dispose();
                break;
            case "leads":
                (await _stores.LeadShards.ReadAsync(Some.Shard(_lines), default)).Dispose();
                break;
            case "models":
                await _stores.Models.FindAsync(Sha256Text.Of(Model), default);
                break;
            case "outcome set":
                await _stores.Outcomes.GetAsync(Some.Outcomes(Some.Shard(_lines)).Root, default);
                break;
            case "lead set" or "lead pointer":
                (await _stores.LeadSets.FindCurrentAsync(default)).ShouldNotBeNull();
                break;
            case "run":
                await _stores.Runs.ListAsync(10, default);
                break;
            case "decision":
                await _stores.Runs.ListDecisionsAsync(default);
                break;
            default:
                (await _stores.Baselines.FindCurrentAsync(default)).ShouldBeOfType<BaselineLookup.Found>();
                break;
        }
    }
}
