using Azure;
using ScoreGuard.Storage.Azure.Tables;

namespace ScoreGuard.Storage.Tests.Azure.Tables;

public sealed class TableClientTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Every_type_comes_back_as_it_was()
    {
        var table = await azurite.NewTableAsync();
        var entity = new TableEntity("p", "r")
        {
            ["Text"] = "a \"quoted\" <b> line\nü 😀",
            ["Empty"] = "",
            ["LooksLikeAnInstant"] = "2026-01-01T00:00:00Z",
            ["Int"] = -7,
            ["Long"] = long.MaxValue,
            ["Double"] = 0.1,
            ["WholeDouble"] = 3.0,
            ["NaN"] = double.NaN,
            ["True"] = true,
            ["False"] = false,
            ["At"] = new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(2)).AddTicks(1_234_567),
            ["Guid"] = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
            ["Bytes"] = new byte[] { 0, 255, 254, 62, 63 },
            ["None"] = null,
        };
        await table.AddEntityAsync(entity);
        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r");
        foreach (var (name, value) in entity)
        {
            read[name].ShouldBe(value is DateTimeOffset at ? at.ToUniversalTime() : value, name);
        }

        read.Count.ShouldBe(entity.Count - 1);
        read.Timestamp.ShouldNotBeNull();
        read.ETag.ShouldNotBe(default);
    }

    /// <summary>As Azure.Data.Tables takes them.</summary>
    [Fact]
    public async Task An_instant_in_UTC_and_binary_data_are_kept_and_found()
    {
        var table = await azurite.NewTableAsync();
        var at = new DateTime(2026, 3, 10, 9, 0, 0, DateTimeKind.Utc).AddTicks(1_234_567);
        var bytes = BinaryData.FromBytes(new byte[] { 0, 255, 254, 62, 63 });
        var entity = new TableEntity("p", "r") { ["At"] = at, ["Bytes"] = bytes };
        (entity.GetDateTime("At"), entity.GetDateTimeOffset("At")).ShouldBe((at, new DateTimeOffset(at)));
        entity.GetBinary("Bytes").ShouldBe(bytes.ToArray());
        entity.GetBinaryData("Bytes").ShouldBeSameAs(bytes);

        await table.AddEntityAsync(entity);

        var found = await ListAsync(table, TableClient.CreateQueryFilter($"At eq {at} and Bytes eq {bytes}"));
        var read = found.ShouldHaveSingleItem();
        read["At"].ShouldBe(new DateTimeOffset(at));
        (read.GetDateTime("At"), read.GetDateTimeOffset("At")).ShouldBe((at, new DateTimeOffset(at)));
        read.GetBinary("Bytes").ShouldBe(bytes.ToArray());
        read.GetBinaryData("Bytes")!.ToArray().ShouldBe(bytes.ToArray());
        read.GetDateTime("None").ShouldBeNull();
        read.GetBinaryData("None").ShouldBeNull();
    }

    [Theory]
    [InlineData(DateTimeKind.Unspecified)]
    [InlineData(DateTimeKind.Local)]
    public async Task An_instant_of_unknown_place_is_refused(DateTimeKind kind)
    {
        var table = new TableServiceClient("UseDevelopmentStorage=true").GetTableClient("Never");
        var at = new DateTime(2026, 3, 10, 9, 0, 0, kind);

        var refusal = await Should.ThrowAsync<ArgumentException>(() =>
            table.AddEntityAsync(new TableEntity("p", "r") { ["At"] = at })
        );

        refusal.Message.ShouldStartWith("'At': a DateTime must be of the kind Utc");
        Should.Throw<ArgumentException>(() => TableClient.CreateQueryFilter($"At eq {at}"));
    }

    /// <summary>They would be sent as U+FFFD: two keys would be one.</summary>
    [Fact]
    public async Task A_key_with_half_of_a_character_is_refused()
    {
        var table = new TableServiceClient("UseDevelopmentStorage=true").GetTableClient("Never");
        // No attribute can hold them.
        foreach (var key in (string[])["a\ud800", "\udc00a", "\ud83dx\ude00"])
        {
            Func<Task>[] calls =
            [
                () => table.AddEntityAsync(new TableEntity(key, "r")),
                () => table.AddEntityAsync(new TableEntity("p", key)),
                () => table.UpsertEntityAsync(new TableEntity("p", key)),
                () => table.GetEntityIfExistsAsync<TableEntity>(key, "r"),
                () => table.DeleteEntityAsync("p", key),
                () => table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", key))]),
                () => table.SubmitTransactionAsync([new(TableTransactionActionType.Delete, new TableEntity("p", key))]),
            ];
            foreach (var call in calls)
            {
                (await Should.ThrowAsync<ArgumentException>(call)).Message.ShouldStartWith("The text holds half of");
            }

            Should.Throw<ArgumentException>(() => TableClient.CreateQueryFilter($"PartitionKey eq {key}"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("with-dash")]
    [InlineData("Line\n")]
    [InlineData("Tablé")]
    [InlineData("../devstoreaccount1/Tables?x=")]
    [InlineData("a123456789b123456789c123456789d123456789e123456789f123456789g123")]
    public void A_name_that_no_table_has_leads_nowhere(string name)
    {
        var service = new TableServiceClient("UseDevelopmentStorage=true");
        Should.Throw<ArgumentException>(() => service.GetTableClient(name)).ParamName.ShouldBe("tableName");
        service.GetTableClient(new string('a', 63)).Name.Length.ShouldBe(63);
    }

    [Theory]
    [InlineData("it's", "''")]
    [InlineData("a b+c&d=e", "100%")]
    [InlineData("%2F%27", "ü😀漢")]
    [InlineData("..", ".")]
    [InlineData("a,b(c)", "x'),RowKey='y")]
    [InlineData("", "a:b;c@d$e!*~")]
    public async Task Any_key_finds_its_own_entity(string partitionKey, string rowKey)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity(partitionKey, rowKey) { ["Mark"] = 1 });
        await table.AddEntityAsync(new TableEntity(partitionKey, rowKey + "2") { ["Mark"] = 2 });
        (await table.GetEntityAsync<TableEntity>(partitionKey, rowKey)).Value["Mark"].ShouldBe(1);
        await table.UpsertEntityAsync(new TableEntity(partitionKey, rowKey) { ["Mark"] = 3 });
        var found = await ListAsync(table, ODataFilter.Of($"PartitionKey eq {partitionKey} and RowKey eq {rowKey}"));
        found.ShouldHaveSingleItem()["Mark"].ShouldBe(3);
        await table.SubmitTransactionAsync([
            new(TableTransactionActionType.UpdateMerge, new TableEntity(partitionKey, rowKey) { ["Mark"] = 4 }),
        ]);
        (await table.GetEntityAsync<TableEntity>(partitionKey, rowKey)).Value["Mark"].ShouldBe(4);
        await table.DeleteEntityAsync(partitionKey, rowKey);
        (await ListAsync(table, null)).ShouldHaveSingleItem().RowKey.ShouldBe(rowKey + "2");
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    public async Task A_key_that_tables_cannot_hold_is_refused_and_reaches_no_other_entity(string key)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "a"));
        var refusal = await Should.ThrowAsync<RequestFailedException>(() =>
            table.AddEntityAsync(new TableEntity("p", key))
        );
        refusal.Status.ShouldBe(400);
        (await ListAsync(table, null)).ShouldHaveSingleItem().RowKey.ShouldBe("a");
    }

    [Fact]
    public async Task An_entity_that_is_not_there_is_no_value_and_a_table_that_is_not_there_is_refused()
    {
        var table = await azurite.NewTableAsync();
        (await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue.ShouldBeFalse();
        (
            await Should.ThrowAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "r"))
        ).ErrorCode.ShouldBe(TableErrorCode.ResourceNotFound);
        await table.DeleteAsync();
        await table.DeleteAsync();
        (
            await Should.ThrowAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")))
        ).ErrorCode.ShouldBe(TableErrorCode.TableNotFound);
    }

    [Fact]
    public async Task A_table_that_exists_may_be_made_again()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        await table.CreateIfNotExistsAsync();
        (await ListAsync(table, null)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_conditional_write_needs_the_state_that_was_read()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 1 });
        TableEntity first = await table.GetEntityAsync<TableEntity>("p", "r");
        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 2 }, first.ETag);
        var late = await Should.ThrowAsync<RequestFailedException>(() =>
            table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 3 }, first.ETag)
        );
        (late.Status, late.ErrorCode).ShouldBe((412, TableErrorCode.UpdateConditionNotSatisfied));
        (
            await Should.ThrowAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", first.ETag))
        ).Status.ShouldBe(412);
        TableEntity merged = await table.GetEntityAsync<TableEntity>("p", "r");
        (merged["A"], merged["B"]).ShouldBe((2, 1));
        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 4 }, merged.ETag, TableUpdateMode.Replace);
        (await table.GetEntityAsync<TableEntity>("p", "r")).Value.GetInt32("B").ShouldBeNull();
    }

    [Fact]
    public async Task An_update_of_what_is_not_there_is_refused_and_an_upsert_makes_it()
    {
        var table = await azurite.NewTableAsync();
        (
            await Should.ThrowAsync<RequestFailedException>(() =>
                table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All)
            )
        ).Status.ShouldBe(404);
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1 }, TableUpdateMode.Replace);
        (await table.GetEntityAsync<TableEntity>("p", "r")).Value["A"].ShouldBe(1);
        (
            await Should.ThrowAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")))
        ).ErrorCode.ShouldBe(TableErrorCode.EntityAlreadyExists);
    }

    [Fact]
    public async Task A_property_holds_64_KiB_and_no_more()
    {
        var table = await azurite.NewTableAsync();
        var bytes = new byte[64 * 1024];
        bytes.AsSpan().Fill(0xFB);
        await table.AddEntityAsync(new TableEntity("p", "full") { ["Bytes"] = bytes });
        (await table.GetEntityAsync<TableEntity>("p", "full")).Value.GetBinary("Bytes").ShouldBe(bytes);
        var refusal = await Should.ThrowAsync<RequestFailedException>(() =>
            table.AddEntityAsync(new TableEntity("p", "over") { ["Bytes"] = new byte[(64 * 1024) + 1] })
        );
        (refusal.Status, refusal.ErrorCode).ShouldBe((400, "PropertyValueTooLarge"));
    }

    [Fact]
    public async Task An_entity_holds_15_full_properties_and_not_17()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Full("full", 15));
        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "full");
        read.Sum(property => ((byte[])property.Value!).Length).ShouldBe(15 * 64 * 1024);
        var refusal = await Should.ThrowAsync<RequestFailedException>(() =>
            table.UpdateEntityAsync(Full("full", 17), ETag.All)
        );
        (refusal.Status, refusal.ErrorCode).ShouldBe((400, "EntityTooLarge"));

        static TableEntity Full(string rowKey, int properties)
        {
            var entity = new TableEntity("p", rowKey);
            for (var index = 0; index < properties; index++)
            {
                entity[$"P{index}"] = new byte[64 * 1024];
            }

            return entity;
        }
    }

    [Fact]
    public async Task A_query_goes_on_through_all_pages_in_order()
    {
        var table = await azurite.NewTableAsync();
        var rows = Enumerable.Range(0, 2_345).Select(row => $"{row:D5}").ToList();
        foreach (var chunk in rows.Chunk(100))
        {
            await table.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(
                    TableTransactionActionType.Add,
                    new TableEntity("p", row) { ["Even"] = int.Parse(row) % 2 == 0, ["Other"] = 1 }
                ))
            );
        }

        (await ListAsync(table, null)).Select(entity => entity.RowKey).ShouldBe(rows);
        var pages = new List<int>();
        await foreach (var page in table.QueryAsync<TableEntity>("Even eq true", 500, ["RowKey"]).AsPages())
        {
            pages.Add(page.Values.Count);
            page.Values.ShouldAllBe(entity => entity.Count == 0 && entity.RowKey.Length == 5);
        }

        pages.Sum().ShouldBe(1_173);
        pages.Count.ShouldBeGreaterThan(1);
        var first = await table.QueryAsync<TableEntity>(maxPerPage: 10).AsPages().FirstAsync();
        var second = await table.QueryAsync<TableEntity>(maxPerPage: 10).AsPages(first.ContinuationToken).FirstAsync();
        second.Values[0].RowKey.ShouldBe("00010");
    }

    [Theory]
    [InlineData("x' or RowKey ne '")]
    [InlineData("''")]
    public async Task A_value_in_a_filter_stays_a_value(string hostile)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "a") { ["Name"] = hostile });
        await table.AddEntityAsync(new TableEntity("p", "b") { ["Name"] = "other" });
        var found = await ListAsync(table, TableClient.CreateQueryFilter($"Name eq {hostile}"));
        found.ShouldHaveSingleItem().RowKey.ShouldBe("a");
    }

    [Fact]
    public void Filters_spell_every_type_as_the_service_reads_it() =>
        ODataFilter
            .Of(
                $"a eq {"it's"} and b eq {1} and c eq {2L} and d eq {1.0} and e eq {0.5} and f eq {true} and g eq {new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)} and h eq {Guid.Empty} and i eq {new byte[] { 1, 255 }}"
            )
            .ShouldBe(
                "a eq 'it''s' and b eq 1 and c eq 2L and d eq 1.0 and e eq 0.5 and f eq true and g eq datetime'2026-01-01T00:00:00.0000000Z' and h eq guid'00000000-0000-0000-0000-000000000000' and i eq X'01ff'"
            );

    [Fact]
    public async Task A_wrong_key_is_refused_and_not_taken_for_absence()
    {
        var wrong = new TableServiceClient(
            azurite.Server.Tables,
            new TableSharedKeyCredential("devstoreaccount1", "aHVudGVyMg==")
        );
        var refusal = await Should.ThrowAsync<RequestFailedException>(() =>
            wrong.GetTableClient("Any").GetEntityIfExistsAsync<TableEntity>("p", "r")
        );
        refusal.Status.ShouldBe(403);
        refusal.ToString().ShouldNotContain("aHVudGVyMg");
    }

    [Fact]
    public async Task An_insert_whose_answer_was_lost_is_done_and_refused_as_existing()
    {
        var lost = 0;
        var options = new TableClientOptions { Retry = { Delay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero } };
        options.AddPolicy(
            new LossyPolicy(request => request.Method.Method == "POST" && lost++ == 1),
            global::Azure.Core.HttpPipelinePosition.PerRetry
        );
        var table = await azurite.NewTableAsync(options);
        (
            await Should.ThrowAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")))
        ).ErrorCode.ShouldBe(TableErrorCode.EntityAlreadyExists);
        (await ListAsync(table, null)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_shared_access_signature_opens_what_it_says_and_nothing_else()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        var service = new TableServiceClient(
            azurite.Server.Tables,
            new AzureSasCredential(AccountSignature.ReadOnlyTables())
        );
        var reader = service.GetTableClient(table.Name);
        (await reader.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue.ShouldBeTrue();
        (
            await Should.ThrowAsync<RequestFailedException>(() => reader.AddEntityAsync(new TableEntity("p", "s")))
        ).Status.ShouldBe(403);
        var connection =
            $"TableEndpoint={azurite.Server.Tables};SharedAccessSignature={AccountSignature.ReadOnlyTables()}";
        (await ListAsync(new TableServiceClient(connection).GetTableClient(table.Name), null)).Count.ShouldBe(1);
    }

    private static async Task<List<TableEntity>> ListAsync(TableClient table, string? filter)
    {
        var found = new List<TableEntity>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter))
        {
            found.Add(entity);
        }

        return found;
    }
}
