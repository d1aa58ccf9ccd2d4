using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ScoreGuard.Application.Runs.Queued;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Functions.Hosting;
using ScoreGuard.Functions.Http;
using ScoreGuard.Functions.Work;

namespace ScoreGuard.Functions.Tests.Ui;

/// <summary>The app on a free port, over a folder of its own.</summary>
internal sealed class ServedApp : IAsyncDisposable
{
    public const string ReadKey = "a-key-that-may-read-only";
    public const string OperateKey = "a-key-that-may-do-everything";

    private readonly WebApplication _app;

    private ServedApp(WebApplication app, GuardedFolder folder, ShiftedTime time) =>
        (_app, Folder, Time) = (app, folder, time);

    public GuardedFolder Folder { get; }

    public ShiftedTime Time { get; }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Standing alone: runs that are ordered are worked off by themselves.</summary>
    public static Task<ServedApp> WorkingAsync(Action<GuardedFolder>? prepare = null) =>
        StartAsync(prepare, null, false, null);

    /// <summary>As behind a Functions host: runs wait until <see cref="WorkOffAsync"/>.</summary>
    public static Task<ServedApp> WaitingAsync(Action<GuardedFolder>? prepare = null, bool platform = false) =>
        StartAsync(prepare, 0, platform, null);

    /// <summary>As behind a Functions host, over a storage account.</summary>
    public static Task<ServedApp> OnAccountAsync(string connectionString) =>
        StartAsync(_ => { }, 0, false, connectionString);

    /// <summary>The header by which the platform tells whom it signed in.</summary>
    public static string Principal(string name, string role) =>
        Convert.ToBase64String(
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    name_typ = "name",
                    role_typ = "role",
                    claims = new[] { new { typ = "name", val = name }, new { typ = "role", val = role } },
                }
            )
        );

    public Uri At(string path) => new(Address, path);

    /// <summary>Sends a request with a key, and reads the JSON that comes back.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(
        HttpMethod method,
        string path,
        object? body = null,
        string? key = OperateKey
    )
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(method, At(path));
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public async Task<ServedWorkspace> WorkspaceAsync(string name) =>
        (await _app.Services.GetRequiredService<IWorkspaces>().FindAsync(name, default)).ShouldNotBeNull();

    /// <summary>Orders a run, works it off, and tells its name.</summary>
    public async Task<string> RunAsync(string workspace, string reason = "test", byte[]? candidate = null)
    {
        var ordered = await _app
            .Services.GetRequiredService<OrderRun>()
            .ExecuteAsync(new(workspace, reason, "test", candidate, null), default);
        await WorkOffAsync(workspace);
        return RunAddress.Of(workspace, ordered.ShouldBeOfType<RunOrdered.Accepted>().Run);
    }

    /// <summary>Takes every step that waits.</summary>
    public async Task WorkOffAsync(string workspace)
    {
        var found = await WorkspaceAsync(workspace);
        var source = _app.Services.GetRequiredService<IWorkSource>();
        while (!(await found.Tickets.ListAsync(default)).IsEmpty)
        {
            var work = await source.ReceiveAsync(default);
            await _app.Services.GetRequiredService<StepRunner>().RunAsync(work.Item, work.QueuedAt, default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Folder.Dispose();
    }

    private static async Task<ServedApp> StartAsync(
        Action<GuardedFolder>? prepare,
        int? handlerPort,
        bool platform,
        string? account
    )
    {
        var folder = new GuardedFolder();
        (prepare ?? (each => each.Add("small")))(folder);
        var settings = HostSettings.Read(Find);
        var time = new ShiftedTime();
        var app = App.Build(settings with { HandlerPort = handlerPort }, time, Find);
        await app.StartAsync();
        return new(app, folder, time);

        string? Find(string name) =>
            name switch
            {
                SettingNames.Storage => account,
                SettingNames.Workspaces => folder.Root,
                SettingNames.ReadKey => ReadKey,
                SettingNames.OperateKey => OperateKey,
                SettingNames.PlatformAuth => platform ? "true" : "false",
                SettingNames.ListenUrl => "http://127.0.0.1:0",
                _ => null,
            };
    }
}
