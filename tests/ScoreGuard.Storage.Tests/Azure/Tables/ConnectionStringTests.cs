using ScoreGuard.Storage.Azure.Tables;

namespace ScoreGuard.Storage.Tests.Azure.Tables;

public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData(
        "UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://storage",
        "http://storage:10002/devstoreaccount1"
    )]
    [InlineData(
        "DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=a2V5;EndpointSuffix=core.windows.net",
        "https://acme.table.core.windows.net/"
    )]
    [InlineData("AccountName=acme;AccountKey=a2V5==;EndpointSuffix=example.org", "https://acme.table.example.org/")]
    [InlineData("TableEndpoint=https://t.example/x;AccountName=acme;AccountKey=a2V5", "https://t.example/x")]
    [InlineData("TableEndpoint=https://t.example;SharedAccessSignature=sv=1&sig=a%3D", "https://t.example/")]
    [InlineData("TableEndpoint=http://127.0.0.1:10002/a;SharedAccessSignature=sv=1&sig=a", "http://127.0.0.1:10002/a")]
    public void A_connection_string_says_where_tables_are(string text, string endpoint) =>
        new TableServiceClient(text.Replace("a2V5==", "a2V5a2V5", StringComparison.Ordinal)).Uri.AbsoluteUri.ShouldBe(
            endpoint
        );

    [Theory]
    [InlineData("")]
    [InlineData("hunter2")]
    [InlineData("AccountName=acme")]
    [InlineData("AccountName=acme;AccountKey=hunter2!")]
    [InlineData("AccountKey=aHVudGVyMg==")]
    [InlineData("AccountName=acme;AccountKey=aHVudGVyMg==;AccountKey=aHVudGVyMg==")]
    [InlineData("TableEndpoint=hunter2;AccountName=acme;AccountKey=aHVudGVyMg==")]
    [InlineData("SharedAccessSignature=hunter2")]
    [InlineData("TableEndpoint=http://t.example;SharedAccessSignature=sv=1&sig=hunter2")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=acme;SharedAccessSignature=sv=1&sig=hunter2")]
    public void A_broken_one_is_refused_without_repeating_it(string text)
    {
        var refusal = Should.Throw<FormatException>(() => new TableServiceClient(text));
        refusal.ToString().ShouldNotContain("hunter2");
        refusal.ToString().ShouldNotContain("aHVudGVyMg");
    }
}
