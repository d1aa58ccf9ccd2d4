using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Console;
using ScoreGuard.Application.Runs.Queued;
using ScoreGuard.Functions.Access;
using ScoreGuard.Functions.Composition;
using ScoreGuard.Functions.Http;
using ScoreGuard.Functions.Observing;
using ScoreGuard.Functions.Standalone;
using ScoreGuard.Functions.Triggers;
using ScoreGuard.Functions.Work;

namespace ScoreGuard.Functions.Hosting;

/// <summary>Puts the app together: as a handler behind a Functions host, or standing alone.</summary>
internal static class App
{
    /// <summary>A model has at most 5 MiB, in JSON a little more.</summary>
    private const long MostBytes = 8 << 20;

    public static WebApplication Build(HostSettings settings, TimeProvider time, Func<string, string?> find)
    {
        // No settings files, no command line: only what HostSettings read.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = MostBytes;
            });
        builder.WebHost.UseUrls(
            settings.HandlerPort is { } port ? $"http://127.0.0.1:{port}" : settings.ListenUrl.AbsoluteUri
        );
        Log(builder, time);
        // Whoever sets the app up is told everything that is wrong at once.
        SettingsException.Gather(
            () => AddServices(builder.Services, settings, time),
            () => Storing.Add(builder.Services, settings, time, find),
            () => Posting.Add(builder.Services, settings, time, find)
        );
        var app = builder.Build();
        if (settings.IsHandler)
        {
            app.UseForwardedHeaders(
                new() { ForwardedHeaders = ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedProto }
            );
        }

        app.Use(Answering.GuardAsync);
        app.UseStatusCodePages(Answering.FillAsync);
        app.UseRouting();
        app.Use(Guarding.CheckAsync);
        Map(app, settings, time);
        return app;
    }

    private static void Log(WebApplicationBuilder builder, TimeProvider time)
    {
        builder.Services.AddSingleton<ConsoleFormatter>(new JsonLines(time));
        builder.Logging.AddConsole(console => console.FormatterName = JsonLines.FormatterName);
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        // Addresses and headers of requests may hold what must not be logged.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("System", LogLevel.Warning);
    }

    private static void AddServices(IServiceCollection services, HostSettings settings, TimeProvider time)
    {
        services.AddRoutingCore();
        services.AddProblemDetails();
        services.AddOpenApi(openApi =>
        {
            openApi.AddDocumentTransformer(Describing.TransformAsync);
            openApi.AddOperationTransformer(Describing.TransformAsync);
        });
        services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, HttpJson.Default)
        );
        services.AddSingleton(settings);
        services.AddSingleton(time);
        services.AddSingleton<Keys>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<Gate>();
        services.AddSingleton<WrongKeys>();
        services.AddSingleton<OrderRun>();
        services.AddSingleton<TakeStep>();
        services.AddSingleton<SweepRuns>();
        services.AddSingleton<StepRunner>();
        services.AddSingleton<Schedule>();
        services.AddSingleton<RunReading>();
        services.AddSingleton<Health>();
        if (settings.OtlpEndpoint is { } endpoint)
        {
            services.AddSingleton<IHostedService>(new Exporting(endpoint));
        }

        if (!settings.IsHandler)
        {
            services.AddSingleton(Clock.ScheduleOf(settings));
            services.AddHostedService<Workers>();
            services.AddHostedService<Clock>();
        }
    }

    private static void Map(WebApplication app, HostSettings settings, TimeProvider time)
    {
        // The host asks for any answer here before it sends the first call.
        app.MapGet("/", () => Results.Ok()).ExcludeFromDescription();
        RunsOrder.Map(app);
        RunsList.Map(app);
        RunGet.Map(app);
        RunReport.Map(app);
        RunDecide.Map(app);
        BaselineGet.Map(app);
        Health.Map(app);
        OpenApi.Map(app);
        Ui.Map(app);
        if (settings.IsHandler)
        {
            var steps = app.Services.GetRequiredService<StepRunner>();
            var schedule = app.Services.GetRequiredService<Schedule>();
            RunsTimer.Map(app, schedule, time);
            RunsSweep.Map(app, schedule);
            RunsWork.Map(app, steps, app.Logger);
            RunsPoison.Map(app, steps, app.Logger);
        }
    }
}
