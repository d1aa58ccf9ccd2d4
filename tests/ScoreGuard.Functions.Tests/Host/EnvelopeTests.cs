using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ScoreGuard.Functions.Hosting;
using ScoreGuard.Functions.Tests.Work;

namespace ScoreGuard.Functions.Tests.Host;

public sealed class EnvelopeTests
{
    [Fact]
    public async Task A_call_that_does_not_end_is_cut_short_and_answered_before_the_host_would_kill_the_handler()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging();
        builder.Services.AddSingleton<TimeProvider>(new HastyTime());
        await using var app = builder.Build();
        app.UseRouting();
        var cut = false;
        Envelope.Map(
            app,
            "Endless",
            async (_, stop) =>
            {
                try
                {
                    await Task.Delay(Timeout.Infinite, stop);
                }
                catch (OperationCanceledException)
                {
                    cut = true;
                    throw;
                }
            }
        );
        await app.StartAsync();
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(1) };
        using var call = new HttpRequestMessage(HttpMethod.Post, new Uri(new(app.Urls.Single()), "Endless"));
        call.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
        call.Headers.TransferEncodingChunked = true;
        call.Headers.Add("X-Azure-Functions-InvocationId", "b509d3b6-2d4f-4c0e-92af-1a881530bc84");

        using var answer = await client.SendAsync(call);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        cut.ShouldBeTrue();
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{"Metadata":null}""", true)]
    [InlineData("""{"Metadata":{"RetryContext":null}}""", true)]
    [InlineData("""{"Metadata":{"RetryContext":{"RetryCount":0,"MaxRetryCount":2}}}""", false)]
    [InlineData("""{"Metadata":{"RetryContext":{"RetryCount":1,"MaxRetryCount":2}}}""", false)]
    [InlineData("""{"Metadata":{"RetryContext":{"RetryCount":2,"MaxRetryCount":2}}}""", true)]
    [InlineData("""{"Metadata":{"RetryContext":{"RetryCount":"0","MaxRetryCount":2}}}""", true)]
    public void The_last_try_of_a_timers_call_is_known(string body, bool isLast)
    {
        using var document = JsonDocument.Parse(body);
        new EnvelopeCall(document.RootElement).IsLastTry().ShouldBe(isLast);
    }
}
