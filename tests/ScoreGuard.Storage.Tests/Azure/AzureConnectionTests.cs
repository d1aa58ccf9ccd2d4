using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Storage.Azure;

namespace ScoreGuard.Storage.Tests.Azure;

public sealed class AzureConnectionTests
{
    [Fact]
    public void A_connection_string_leads_to_all_three_services()
    {
        var connection = Ok(("SCOREGUARD_STORAGE", "AccountName=acme;AccountKey=a2V5;EndpointSuffix=core.windows.net"));
        connection.Blobs.Uri.AbsoluteUri.ShouldBe("https://acme.blob.core.windows.net/");
        connection.Queues.Uri.AbsoluteUri.ShouldBe("https://acme.queue.core.windows.net/");
        connection.Tables.Uri.AbsoluteUri.ShouldBe("https://acme.table.core.windows.net/");
    }

    [Fact]
    public void The_emulator_is_an_account_too() =>
        Ok(("SCOREGUARD_STORAGE", "UseDevelopmentStorage=true"))
            .Tables.Uri.AbsoluteUri.ShouldBe("http://127.0.0.1:10002/devstoreaccount1");

    [Theory]
    [InlineData("SCOREGUARD_STORAGE__accountName")]
    [InlineData("SCOREGUARD_STORAGE:accountName")]
    public void An_account_s_name_and_an_identity_lead_there_too(string setting)
    {
        var connection = Ok((setting, "acme"), ("SCOREGUARD_STORAGE__credential", "managedidentity"));
        connection.Tables.Uri.AbsoluteUri.ShouldBe("https://acme.table.core.windows.net/");
        connection.Queues.Uri.AbsoluteUri.ShouldBe("https://acme.queue.core.windows.net/");
    }

    [Fact]
    public void Addresses_may_be_told_one_by_one() =>
        Ok(
            ("SCOREGUARD_STORAGE__blobServiceUri", "https://b.example"),
            ("SCOREGUARD_STORAGE__queueServiceUri", "https://q.example"),
            ("SCOREGUARD_STORAGE__tableServiceUri", "https://t.example"),
            ("SCOREGUARD_STORAGE__clientId", "0f8fad5b-d9cb-469f-a165-70867728950e")
        )
            .Tables.Uri.AbsoluteUri.ShouldBe("https://t.example/");

    [Fact]
    public void Without_a_setting_the_message_says_which_ones_there_are() =>
        Refused()
            .ToString()
            .ShouldBe(
                "SCOREGUARD_STORAGE: error SG5005: it is not set; set it to a connection string, or set `__accountName` to use an identity."
            );

    [Theory]
    [InlineData("hunter2")]
    [InlineData("AccountName=acme;AccountKey=hunter2!")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=aHVudGVyMg==;TableEndpoint=hunter2")]
    [InlineData("SharedAccessSignature=hunter2")]
    public void A_broken_connection_string_is_not_repeated(string text)
    {
        var refusal = Refused(("SCOREGUARD_STORAGE", text));
        refusal.Code.ShouldBe(StoreCodes.Connection.Code);
        refusal.Message.ShouldStartWith("it cannot be read");
        refusal.Message.ShouldNotContain("hunter2");
        refusal.Message.ShouldNotContain("aHVudGVyMg");
    }

    [Fact]
    public void An_address_that_is_missing_or_not_https_is_told() =>
        new[]
        {
            Refused(("SCOREGUARD_STORAGE__blobServiceUri", "https://b.example")).Message,
            Refused(("SCOREGUARD_STORAGE__blobServiceUri", "http://b.example")).Message,
        }.ShouldBe([
            "it cannot be read. Beside the others it needs `__queueServiceUri`.",
            "it cannot be read. The address of the blob service is no https address.",
        ]);

    private static AzureConnection Ok(params (string Name, string Value)[] settings) =>
        AzureConnection.From(Lookup(settings)).ShouldBeOfType<Parsed<AzureConnection>.Ok>().Value;

    private static Diagnostic Refused(params (string Name, string Value)[] settings) =>
        AzureConnection
            .From(Lookup(settings))
            .ShouldBeOfType<Parsed<AzureConnection>.Refused>()
            .Diagnostics.ShouldHaveSingleItem();

    private static Func<string, string?> Lookup((string Name, string Value)[] settings) =>
        name => settings.FirstOrDefault(setting => setting.Name == name).Value;
}
