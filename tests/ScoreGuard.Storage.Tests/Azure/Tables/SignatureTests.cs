using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using ScoreGuard.Storage.Azure.Tables;

namespace ScoreGuard.Storage.Tests.Azure.Tables;

public sealed class SignatureTests
{
    private const string Key = "a2V5IG9mIHRoZSBhY2NvdW50";
    private const string Missing =
        """{"odata.error":{"code":"ResourceNotFound","message":{"lang":"en-US","value":"None."}}}""";

    private static readonly Uri Endpoint = new("https://acme.table.core.windows.net");

    [Theory]
    [InlineData("a", "b", "/acme/Any(PartitionKey='a',RowKey='b')")]
    [InlineData("it's", "x y", "/acme/Any(PartitionKey='it%27%27s',RowKey='x%20y')")]
    [InlineData("a/b?c#d%e", "ü", "/acme/Any(PartitionKey='a%2Fb%3Fc%23d%25e',RowKey='%C3%BC')")]
    public async Task A_request_is_signed_over_its_date_and_its_path_as_it_is_sent(string pk, string rk, string path)
    {
        var transport = new CannedTransport((404, Missing));
        await Client(transport).GetEntityIfExistsAsync<TableEntity>(pk, rk);
        var expected = Signature(
            $"Thu, 01 Jan 2026 00:00:01 GMT\n{path.Replace("'", "%27", StringComparison.Ordinal)}"
        );
        var sent = transport.Sent.ShouldHaveSingleItem();
        // Quotes around keys stay as they are on the wire; both spellings are one path, and what is signed is what is sent.
        var wire = new Uri(sent.Url).AbsolutePath;
        Uri.UnescapeDataString(wire).ShouldBe(Uri.UnescapeDataString(path["/acme".Length..]));
        expected = Signature($"Thu, 01 Jan 2026 00:00:01 GMT\n/acme{wire}");
        sent.Headers["Authorization"].ShouldBe($"SharedKeyLite acme:{expected}");
        sent.Headers["x-ms-date"].ShouldBe("Thu, 01 Jan 2026 00:00:01 GMT");
    }

    [Fact]
    public async Task Of_the_query_only_comp_is_signed()
    {
        var transport = new CannedTransport((200, """{"value":[]}"""));
        await foreach (var _ in Client(transport).QueryAsync<TableEntity>("PartitionKey eq 'a'", maxPerPage: 5)) { }
        transport
            .Sent.Single()
            .Headers["Authorization"]
            .ShouldBe($"SharedKeyLite acme:{Signature("Thu, 01 Jan 2026 00:00:01 GMT\n/acme/Any()")}");
    }

    [Fact]
    public async Task Each_attempt_is_dated_and_signed_anew()
    {
        var transport = new CannedTransport((503, ""), (404, Missing));
        await Client(transport).GetEntityIfExistsAsync<TableEntity>("a", "b");
        transport
            .Sent.Select(request => request.Headers["x-ms-date"])
            .ShouldBe(["Thu, 01 Jan 2026 00:00:01 GMT", "Thu, 01 Jan 2026 00:00:02 GMT"]);
        transport.Sent.Select(request => request.Headers["Authorization"]).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_shared_access_signature_is_added_to_the_query_once_a_call_also_when_it_is_repeated()
    {
        var transport = new CannedTransport((503, ""), (200, """{"value":[]}"""));
        var service = new TableServiceClient(Endpoint, new AzureSasCredential("?sv=1&sig=s%2Bs"), Options(transport));
        await foreach (var _ in service.GetTableClient("Any").QueryAsync<TableEntity>("a eq 1")) { }
        transport.Sent.Count.ShouldBe(2);
        transport.Sent.ShouldAllBe(request => request.Url.EndsWith("Any()?$filter=a%20eq%201&sv=1&sig=s%2Bs"));
        transport.Sent.ShouldAllBe(request => !request.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_token_goes_into_the_authorization_header()
    {
        var transport = new CannedTransport((404, Missing));
        var service = new TableServiceClient(Endpoint, new FixedToken(), Options(transport));
        await service.GetTableClient("Any").GetEntityIfExistsAsync<TableEntity>("a", "b");
        transport.Sent.Single().Headers["Authorization"].ShouldBe("Bearer https://storage.azure.com/.default");
    }

    [Fact]
    public async Task A_token_is_not_sent_where_everybody_can_read_it()
    {
        var transport = new CannedTransport((404, Missing));
        var plain = new TableServiceClient(new Uri("http://acme.example"), new FixedToken(), Options(transport));
        await Should.ThrowAsync<InvalidOperationException>(() =>
            plain.GetTableClient("Any").GetEntityIfExistsAsync<TableEntity>("a", "b")
        );
        transport.Sent.ShouldBeEmpty();
        Should.Throw<ArgumentException>(() =>
            new TableServiceClient(new Uri("http://acme.example"), new AzureSasCredential("sig=s"))
        );
    }

    private static string Signature(string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Key), Encoding.UTF8.GetBytes(text)));

    private static TableClient Client(CannedTransport transport) =>
        new TableServiceClient(Endpoint, new TableSharedKeyCredential("acme", Key), Options(transport)).GetTableClient(
            "Any"
        );

    private static TableClientOptions Options(CannedTransport transport) =>
        new()
        {
            Transport = transport,
            Time = new Ticking(),
            Retry = { Delay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
        };

    /// <summary>A second later each time it is asked, from the beginning of 2026.</summary>
    private sealed class Ticking : TimeProvider
    {
        private int _asked;

        public override DateTimeOffset GetUtcNow() =>
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(++_asked);
    }

    /// <summary>The scope itself as the token.</summary>
    private sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(requestContext.Scopes[0], DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => new(GetToken(requestContext, cancellationToken));
    }
}
