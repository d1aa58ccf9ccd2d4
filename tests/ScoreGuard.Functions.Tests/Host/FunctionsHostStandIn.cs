using System.Net.Http.Headers;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Storage.Folder;

namespace ScoreGuard.Functions.Tests.Host;

/// <summary>
/// Does to a handler what the Functions host was seen to do: starts it, waits for any answer, sends calls as the host spells them, judges
/// the answers, starts it again when it dies, and brings queued messages until they succeed or are poison.
/// </summary>
internal sealed class FunctionsHostStandIn : IDisposable
{
    private const int MaxDequeueCount = 5;

    private static readonly TimeSpan InitializationTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FunctionTimeout = TimeSpan.FromMinutes(2);

    /// <summary>How often the queue is asked.</summary>
    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>A failed message is hidden for this long, times the square of its attempts: a busy workspace gets its seconds.</summary>
    private static readonly TimeSpan VisibilityTimeout = TimeSpan.FromMilliseconds(200);

    private readonly Func<int, HandlerProcess> _start;
    private readonly HttpClient _client = new() { Timeout = FunctionTimeout };
    private readonly FolderWorkQueue _queue;

    public FunctionsHostStandIn(string folder, params (string, string)[] settings)
        : this(port => HandlerProcess.Start(port, folder, settings), folder) { }

    private FunctionsHostStandIn(Func<int, HandlerProcess> start, string folder)
    {
        _start = start;
        _queue = new(Path.Combine(folder, FolderWorkQueue.FolderName), TimeProvider.System);
        Handler = start(HandlerProcess.FreePort());
    }

    /// <summary>The host of a published app.</summary>
    public static FunctionsHostStandIn OfPublished(string app, string folder) =>
        new(port => HandlerProcess.StartPublished(app, port, folder), folder);

    public HandlerProcess Handler { get; private set; }

    /// <summary>Messages that failed too often, in order.</summary>
    public List<WorkItem> Poison { get; } = [];

    /// <summary>Asks every 25 ms until there is an answer, whatever it is.</summary>
    public async Task ReadyAsync()
    {
        using var limit = new CancellationTokenSource(InitializationTimeout);
        while (true)
        {
            try
            {
                using var answer = await _client.GetAsync(Handler.Address, limit.Token);
                return;
            }
            catch (HttpRequestException) when (!Handler.HasExited)
            {
                await Task.Delay(25, limit.Token);
            }
        }
    }

    /// <summary>Starts the handler again on the same port, as after its death.</summary>
    public async Task RestartAsync()
    {
        Handler.Dispose();
        Handler = _start(Handler.Port);
        await ReadyAsync();
    }

    /// <summary>A timer's or queue's call: chunked, without a length.</summary>
    public async Task<HostJudgement> InvokeAsync(string function, string body, string? invocation = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Handler.Address, function));
        request.Content = new ByteArrayContent(HostCalls.Bytes(body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.TryAddWithoutValidation("User-Agent", "Azure-Functions-Host/4.1037.0");
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1037.0");
        request.Headers.Add("X-Azure-Functions-InvocationId", invocation ?? "b509d3b6-2d4f-4c0e-92af-1a881530bc84");
        try
        {
            using var answer = await _client.SendAsync(request);
            return HostJudgements.Of(
                (int)answer.StatusCode,
                answer.Content.Headers.ContentType,
                await answer.Content.ReadAsByteArrayAsync()
            );
        }
        catch (HttpRequestException)
        {
            return HostJudgement.Failed;
        }
    }

    /// <summary>A person's request as it comes through a proxying host: to the handler's own address, with where it was really sent.</summary>
    public async Task<HttpResponseMessage> ProxyAsync(HttpRequestMessage request)
    {
        request.RequestUri = new Uri(Handler.Address, request.RequestUri!.OriginalString);
        request.Headers.Add("X-Forwarded-For", "127.0.0.1");
        request.Headers.Add("X-Forwarded-Host", "guard.example.com");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Azure-Functions-InvocationId", "e212959d-7c1c-4a5e-9a39-4ad6ab3b1b0f");
        request.Headers.Add("x-ms-invocation-id", "e212959d-7c1c-4a5e-9a39-4ad6ab3b1b0f");
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1040.0");
        request.Headers.Add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        return await _client.SendAsync(request);
    }

    /// <summary>Brings every message until none is left; each at least once, some twice, those that fail again and then to the poison queue.</summary>
    /// <param name="chance">Decides which come twice.</param>
    /// <param name="during">Runs beside each delivery: the moment to kill the handler.</param>
    public async Task DrainAsync(Random chance, Func<Task>? during = null)
    {
        for (var delivered = 0; _queue.Count() > 0; delivered++)
        {
            delivered.ShouldBeLessThan(5_000, "steps send steps without end");
            if (_queue.TryReceive() is not { } work)
            {
                await Task.Delay(PollingInterval);
                continue;
            }

            if (Handler.HasExited)
            {
                await RestartAsync();
            }

            var delivery = DeliverAsync(work, twice: chance.Next(4) == 0);
            if (during is not null)
            {
                await during();
            }

            await delivery;
        }
    }

    public void Dispose()
    {
        Handler.Dispose();
        _client.Dispose();
    }

    private async Task DeliverAsync(FolderWork work, bool twice)
    {
        if (work.Attempt > MaxDequeueCount)
        {
            Poison.Add(work.Item);
            var poisoned = await InvokeAsync("RunsPoison", HostCalls.Queued(WorkMessage.Write(work.Item)));
            poisoned.ShouldNotBe(HostJudgement.Hangs);
            End(work, poisoned == HostJudgement.Succeeded);
            return;
        }

        var body = HostCalls.Queued(WorkMessage.Write(work.Item), work.Attempt);
        var judgements = await Task.WhenAll(
            Enumerable.Range(0, twice ? 2 : 1).Select(_ => InvokeAsync("RunsWork", body))
        );
        judgements.ShouldNotContain(HostJudgement.Hangs);
        End(work, judgements.Contains(HostJudgement.Succeeded));
    }

    private static void End(FolderWork work, bool succeeded)
    {
        if (succeeded)
        {
            work.Complete();
        }
        else
        {
            work.Abandon(VisibilityTimeout * Math.Min(work.Attempt * work.Attempt, 25));
        }
    }
}
