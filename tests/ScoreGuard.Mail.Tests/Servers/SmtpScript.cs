using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ScoreGuard.Mail.Tests.Servers;

/// <summary>A tiny SMTP server that answers as a test says; what maildev never does, it does.</summary>
internal sealed class SmtpScript : IAsyncDisposable
{
    /// <summary>An answer that ends the connection instead.</summary>
    public const string Drop = "drop";

    /// <summary>An answer that never comes.</summary>
    public const string Silence = "silence";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly (string Command, string Answer)[] answers;
    private readonly Task serving;
    private readonly ConcurrentQueue<string> heard = new();

    /// <param name="answers">By the beginning of a command, or "." for the end of a mail; others are 250, or as SMTP has it.</param>
    public SmtpScript(params (string Command, string Answer)[] answers)
    {
        this.answers = answers;
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Commands, one a line; a mail's content is "(mail)".</summary>
    public IReadOnlyList<string> Heard => [.. heard];

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await serving;
        listener.Stop();
        listener.Dispose();
        ending.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(ending.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or IOException) { }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        if (!await AnswerAsync(stream, AnswerTo("connect", "220 script")))
        {
            return;
        }

        while (await reader.ReadLineAsync(ending.Token) is { } line)
        {
            heard.Enqueue(line);
            var command = line.Split(' ')[0].ToUpperInvariant();
            var usual = command switch
            {
                "EHLO" => "250-script\r\n250 8BITMIME",
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 ok",
            };
            if (!await AnswerAsync(stream, AnswerTo(line, usual)))
            {
                return;
            }

            if (command == "DATA" && AnswerTo(line, usual) == usual)
            {
                while (await reader.ReadLineAsync(ending.Token) is { } content && content != ".") { }

                heard.Enqueue("(mail)");
                if (!await AnswerAsync(stream, AnswerTo(".", "250 queued")))
                {
                    return;
                }
            }
        }
    }

    private string AnswerTo(string command, string usual) =>
        answers
            .Where(pair => command.StartsWith(pair.Command, StringComparison.OrdinalIgnoreCase))
            .Select(pair => pair.Answer)
            .FirstOrDefault(usual);

    private async Task<bool> AnswerAsync(NetworkStream stream, string answer)
    {
        if (answer == Silence)
        {
            await Task.Delay(Timeout.Infinite, ending.Token);
        }

        if (answer == Drop)
        {
            return false;
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\r\n"), ending.Token);
        return true;
    }
}
