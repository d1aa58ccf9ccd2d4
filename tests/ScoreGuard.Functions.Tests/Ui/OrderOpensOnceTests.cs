using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ScoreGuard.Application.Runs.Queued;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Functions.Access;
using ScoreGuard.Functions.Composition;
using ScoreGuard.Functions.Hosting;
using ScoreGuard.Functions.Http;
using ScoreGuard.Functions.Pages;
using ScoreGuard.Functions.Triggers;
using ScoreGuard.Reporting.Pages;
using ScoreGuard.Storage.Folder;

namespace ScoreGuard.Functions.Tests.Ui;

/// <summary>In a storage account each opening costs a listing and the documents that changed.</summary>
public sealed class OrderOpensOnceTests
{
    [Fact]
    public async Task An_order_opens_its_workspace_once_by_either_way()
    {
        using var folder = new GuardedFolder();
        folder.Add("small");
        var workspaces = new Counted(new FolderWorkspaces(folder.Root, TimeProvider.System));
        await using var app = Serve(
            workspaces,
            new FolderWorkQueue(Path.Combine(folder.Root, ".queue"), TimeProvider.System)
        );
        await app.StartAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        client.BaseAddress = new Uri(app.Urls.Single());
        client.DefaultRequestHeaders.Add("x-functions-key", ServedApp.OperateKey);

        var ordered = await client.PostAsJsonAsync("/api/runs", new { workspace = "small", reason = "first" });
        ordered.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var run = await ordered.Content.ReadFromJsonAsync(HttpJson.Default.RunView);
        (run!.State, run.Reason, run.Kind).ShouldBe(("waiting", "first", "run"));
        ordered.Headers.Location!.OriginalString.ShouldBe($"/api/runs/{run.Id}");
        workspaces.Opened.ShouldBe(1);

        using var form = new FormUrlEncodedContent([new(FormFields.Reason, "second")]);
        (await client.PostAsync("/page/small", form)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        workspaces.Opened.ShouldBe(2);
    }

    /// <summary>The two ways to order alone, over workspaces of the test's own.</summary>
    private static WebApplication Serve(IWorkspaces workspaces, IWorkQueue queue)
    {
        var settings = HostSettings.Read(name => name == SettingNames.OperateKey ? ServedApp.OperateKey : null);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddProblemDetails();
        builder.Services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, HttpJson.Default)
        );
        builder.Services.AddSingleton(settings).AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(workspaces).AddSingleton(queue);
        builder.Services.AddSingleton<Keys>().AddSingleton<SessionCookie>().AddSingleton<Gate>();
        builder.Services.AddSingleton<OrderRun>().AddSingleton<RunReading>();
        var app = builder.Build();
        app.UseRouting();
        app.Use(Guarding.CheckAsync);
        RunsOrder.Map(app);
        app.MapPost(
                "/page/{workspace}",
                (string workspace, HttpContext context, OrderRun orders, RunReading runs, ILogger<OrderRun> log) =>
                    OrderForms.OrderAsync(workspace, context, orders, runs, log)
            )
            .Needs(Level.Operate);
        return app;
    }

    private sealed class Counted(IWorkspaces inner) : IWorkspaces
    {
        public int Opened { get; private set; }

        public Task<ImmutableArray<string>> ListAsync(CancellationToken cancellationToken) =>
            inner.ListAsync(cancellationToken);

        public Task<ServedWorkspace?> FindAsync(string name, CancellationToken cancellationToken)
        {
            Opened++;
            return inner.FindAsync(name, cancellationToken);
        }

        public Task<ServedWorkspace?> FindToReadAsync(string name, CancellationToken cancellationToken)
        {
            Opened++;
            return inner.FindToReadAsync(name, cancellationToken);
        }

        public Task<INotificationStore> GetHomeAsync(CancellationToken cancellationToken) =>
            inner.GetHomeAsync(cancellationToken);
    }
}
