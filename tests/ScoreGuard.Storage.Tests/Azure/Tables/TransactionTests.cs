using ScoreGuard.Storage.Azure.Tables;

namespace ScoreGuard.Storage.Tests.Azure.Tables;

public sealed class TransactionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_hundred_writes_are_done_together()
    {
        var table = await azurite.NewTableAsync();
        var response = await table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(row => Add($"{row:D3}")));
        response.Value.Count.ShouldBe(100);
        response.Value.ShouldAllBe(part => part.Status == 204 && part.Headers.ETag != null);
        (await CountAsync(table)).ShouldBe(100);
    }

    [Fact]
    public async Task A_hundred_and_one_are_refused_whole()
    {
        var table = await azurite.NewTableAsync();
        await Should.ThrowAsync<TableTransactionFailedException>(() =>
            table.SubmitTransactionAsync(Enumerable.Range(0, 101).Select(row => Add($"{row:D3}")))
        );
        (await CountAsync(table)).ShouldBe(0);
    }

    [Fact]
    public async Task More_than_4_MiB_are_refused_whole()
    {
        var table = await azurite.NewTableAsync();
        var refusal = await Should.ThrowAsync<TableTransactionFailedException>(() =>
            table.SubmitTransactionAsync(Enumerable.Range(0, 5).Select(row => Add($"{row}", 15)))
        );
        refusal.ErrorCode.ShouldBe("RequestBodyTooLarge");
        (await CountAsync(table)).ShouldBe(0);
    }

    [Fact]
    public async Task The_write_that_stood_in_the_way_is_named_and_nothing_is_done()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "c"));
        var refusal = await Should.ThrowAsync<TableTransactionFailedException>(() =>
            table.SubmitTransactionAsync([Add("a"), Add("b"), Add("c"), Add("d")])
        );
        refusal.FailedTransactionActionIndex.ShouldBe(2);
        (refusal.Status, refusal.ErrorCode).ShouldBe((409, TableErrorCode.EntityAlreadyExists));
        (await CountAsync(table)).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_row_twice_is_refused_whole()
    {
        var table = await azurite.NewTableAsync();
        var refusal = await Should.ThrowAsync<TableTransactionFailedException>(() =>
            table.SubmitTransactionAsync([Add("a"), Add("b"), Add("b")])
        );
        refusal.Status.ShouldBe(400);
        (await CountAsync(table)).ShouldBe(0);
    }

    [Fact]
    public async Task A_condition_that_does_not_hold_undoes_the_whole()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "pointer") { ["At"] = 1 });
        TableEntity pointer = await table.GetEntityAsync<TableEntity>("p", "pointer");
        await table.UpsertEntityAsync(new TableEntity("p", "pointer") { ["At"] = 2 });
        var refusal = await Should.ThrowAsync<TableTransactionFailedException>(() =>
            table.SubmitTransactionAsync([
                Add("a"),
                new(
                    TableTransactionActionType.UpdateReplace,
                    new TableEntity("p", "pointer") { ["At"] = 3 },
                    pointer.ETag
                ),
            ])
        );
        (refusal.Status, refusal.FailedTransactionActionIndex).ShouldBe((412, 1));
        (await CountAsync(table)).ShouldBe(1);
    }

    [Fact]
    public async Task Every_kind_of_write_may_stand_in_one()
    {
        var table = await azurite.NewTableAsync();
        foreach (var row in (string[])["merge", "replace", "delete", "upsertMerge"])
        {
            await table.AddEntityAsync(new TableEntity("p", row) { ["Old"] = 1 });
        }

        await table.SubmitTransactionAsync([
            Of(TableTransactionActionType.Add, "add"),
            Of(TableTransactionActionType.UpdateMerge, "merge"),
            Of(TableTransactionActionType.UpdateReplace, "replace"),
            Of(TableTransactionActionType.Delete, "delete"),
            Of(TableTransactionActionType.UpsertMerge, "upsertMerge"),
            Of(TableTransactionActionType.UpsertReplace, "upsertReplace"),
        ]);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var entity in table.QueryAsync<TableEntity>())
        {
            found[entity.RowKey] = $"{entity["Old"]}{entity["New"]}";
        }

        found.ShouldBe(
            new Dictionary<string, string>
            {
                ["add"] = "boundary --changeset_\r\n",
                ["merge"] = "1boundary --changeset_\r\n",
                ["replace"] = "boundary --changeset_\r\n",
                ["upsertMerge"] = "1boundary --changeset_\r\n",
                ["upsertReplace"] = "boundary --changeset_\r\n",
            },
            ignoreOrder: true
        );

        static TableTransactionAction Of(TableTransactionActionType type, string row) =>
            new(type, new TableEntity("p", row) { ["New"] = "boundary --changeset_\r\n" });
    }

    [Fact]
    public async Task A_refusal_that_is_no_answer_to_a_transaction_is_told_as_one()
    {
        var table = await azurite.NewTableAsync();
        await table.DeleteAsync();
        (
            await Should.ThrowAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync([Add("a")]))
        ).ErrorCode.ShouldBe(TableErrorCode.TableNotFound);
    }

    [Fact]
    public async Task An_empty_transaction_is_a_mistake() =>
        await Should.ThrowAsync<ArgumentException>(async () =>
            await (await azurite.NewTableAsync()).SubmitTransactionAsync([])
        );

    private static TableTransactionAction Add(string row, int properties = 0)
    {
        var entity = new TableEntity("p", row);
        for (var index = 0; index < properties; index++)
        {
            entity[$"P{index}"] = new byte[60 * 1024];
        }

        return new(TableTransactionActionType.Add, entity);
    }

    private static async Task<int> CountAsync(TableClient table)
    {
        var count = 0;
        await foreach (var _ in table.QueryAsync<TableEntity>())
        {
            count++;
        }

        return count;
    }
}
