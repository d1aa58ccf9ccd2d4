using System.Diagnostics;
using ScoreGuard.FakePlatforms;
using ScoreGuard.FakePlatforms.Salesforce;
using ScoreGuard.Testing;

namespace ScoreGuard.Targets.Tests.Salesforce;

/// <summary>The fake is judged by a client that thousands use against real orgs.</summary>
public sealed class ForeignClientTests
{
    [Fact]
    public async Task A_client_of_somebody_else_gets_on_with_the_fake()
    {
        var fake = new FakeSalesforce(
            new LeapingTime(Some.Start),
            (fields, _) =>
                new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
                {
                    ["Score__c"] = fields.GetValueOrDefault("Title") == "VP" ? "10" : "0",
                }
        )
        {
            PageSize = 2,
        };
        await using var server = await PlatformServer.StartAsync(fake.Map);
        (await RunAsync(server.Url.AbsoluteUri.TrimEnd('/')))
            .Trim()
            .ShouldBe(
                """{"created":[true,true,true,false],"refused":"REQUIRED_FIELD_MISSING","again":[true,true,true],"updated":[true],"members":[true],"found":["a 10","b 0","c 0"],"wrong":"INVALID_FIELD","deleted":[true,true,true],"twice":["ENTITY_IS_DELETED","ENTITY_IS_DELETED","ENTITY_IS_DELETED"],"usage":15000}"""
            );
    }

    private static async Task<string> RunAsync(string url)
    {
        var folder = Path.GetFullPath(Path.Combine(SampleFiles.Folder(""), "../tests/tools/jsforce"));
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException($"jsforce is not installed; run `npm ci` in {folder}.");
        }

        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            Path.Combine(folder, "leads.js"),
            url,
            SalesforceLogin.ClientId,
            SalesforceLogin.ClientSecret,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, complained);
        return await printed;
    }
}
