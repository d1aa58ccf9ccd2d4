using System.Net.Sockets;
using System.Text;
using ScoreGuard.Functions.Tests.Host;

namespace ScoreGuard.Functions.Tests.Http;

/// <summary>A handler with both keys, shared by the tests of a class.</summary>
public class RunningHandler : IAsyncLifetime
{
    private readonly GuardedFolder _guarded = new();

    public RunningHandler()
        : this([]) { }

    protected RunningHandler((string, string)[] settings) =>
        Host = new(_guarded.Path, [.. ServedApi.KeySettings, .. settings]);

    internal FunctionsHostStandIn Host { get; }

    internal IReadOnlyList<string> Files() => _guarded.Files();

    public async ValueTask InitializeAsync() => await Host.ReadyAsync();

    public ValueTask DisposeAsync()
    {
        Host.Dispose();
        _guarded.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Sends bytes as they are: what HTTP clients would tidy up first.</summary>
    /// <returns>The status of the answer, and everything in it.</returns>
    internal async Task<(int Status, string Answer)> SendRawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Host.Handler.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var received = new StringBuilder();
        var buffer = new byte[8192];
        try
        {
            while (await stream.ReadAsync(buffer, limit.Token) is > 0 and var length)
            {
                received.Append(Encoding.Latin1.GetString(buffer, 0, length));
            }
        }
        catch (IOException) when (received.Length > 0)
        {
            // A server that answers before it has read everything may close the connection hard.
        }

        var answer = received.ToString();
        return (int.Parse(answer.Split(' ')[1]), answer);
    }
}

/// <summary>One behind a platform that signs people in.</summary>
public sealed class SignedInHandler() : RunningHandler([("SCOREGUARD_PLATFORM_AUTH", "true")]);
