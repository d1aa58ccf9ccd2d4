using System.Diagnostics;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;

namespace ScoreGuard.Mail.Tests.Servers;

/// <summary>A maildev that asks for STARTTLS and a login; read back over its own API.</summary>
internal sealed class Inbox : IAsyncDisposable
{
    private static readonly string Folder = typeof(Inbox)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "MailDev")
        .Value!;

    private readonly Process process;
    private readonly HttpClient web;

    private Inbox(Process process, Ports ports)
    {
        this.process = process;
        Port = ports.Smtp;
        web = new() { BaseAddress = new($"http://127.0.0.1:{ports.Web}") };
    }

    public int Port { get; }

    public static async Task<Inbox> OpenAsync(KeyFiles? certificate)
    {
        Directory
            .Exists(Path.Combine(Folder, "node_modules", "maildev"))
            .ShouldBeTrue("maildev is not installed; tests/run.sh does that, or npm ci in tests/tools/maildev.");
        var start = new ProcessStartInfo("node", [Path.Combine(Folder, "inbox.mjs")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Folder,
        };
        if (certificate is not null)
        {
            start.Environment["INBOX_USER"] = SomeMail.User;
            start.Environment["INBOX_PASSWORD"] = SomeMail.Password;
            start.Environment["INBOX_CERT"] = certificate.Certificate;
            start.Environment["INBOX_KEY"] = certificate.Key;
        }

        var node = Process.Start(start)!;
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith('{'))
            {
                return new(node, JsonSerializer.Deserialize<Ports>(line, JsonSerializerOptions.Web)!);
            }
        }

        throw new InvalidOperationException("maildev ended before it listened.");
    }

    /// <summary>All mails, in the order of their arrival.</summary>
    public async Task<List<JsonElement>> MailsAsync() =>
        (
            await web.GetFromJsonAsync<List<JsonElement>>("/api/email")
            ?? await web.GetFromJsonAsync<List<JsonElement>>("/email")
        )!;

    /// <summary>The mail as it came over the wire.</summary>
    public Task<string> SourceAsync(JsonElement mail) =>
        web.GetStringAsync(new Uri($"/api/email/{mail.GetProperty("id").GetString()}/source", UriKind.Relative));

    public async ValueTask DisposeAsync()
    {
        web.Dispose();
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private sealed record Ports(int Smtp, int Web);
}
