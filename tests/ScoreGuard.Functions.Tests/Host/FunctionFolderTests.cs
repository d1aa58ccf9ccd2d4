using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using ScoreGuard.Functions.Hosting;
using ScoreGuard.Functions.Work;
using ScoreGuard.Storage.Azure;

namespace ScoreGuard.Functions.Tests.Host;

/// <summary>What the Functions host reads is what the app answers to.</summary>
public sealed partial class FunctionFolderTests
{
    private static readonly JsonElement HostJson = JsonDocument
        .Parse(File.ReadAllText(Repository.In("host.json")))
        .RootElement;

    public static TheoryData<string> Names => [.. FunctionFolder.All.Select(folder => folder.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_has_a_legal_name_and_a_folder_with_its_code_and_its_bindings(string name)
    {
        LegalName().IsMatch(name).ShouldBeTrue();
        name.ToLowerInvariant().ShouldNotBe("host");
        Folder(name).Files.ShouldBe([$"{name}.cs", "function.json"], ignoreOrder: true);
        foreach (var binding in Folder(name).Bindings)
        {
            LegalBinding().IsMatch(FunctionFolder.Text(binding, "name")!).ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_for_people_has_one_trigger_and_one_answer_so_that_the_host_proxies_it(string name)
    {
        if (Folder(name).Kind == "httpTrigger")
        {
            var answer = Folder(name).Others.ShouldHaveSingleItem();
            FunctionFolder.Text(answer, "type").ShouldBe("http");
            FunctionFolder.Text(answer, "direction").ShouldBe("out");
            FunctionFolder.Text(Folder(name).Trigger, "authLevel").ShouldBe("anonymous");
        }
        else
        {
            Folder(name).Others.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Every_address_that_the_app_answers_to_is_a_functions_and_the_other_way_round()
    {
        using var guarded = new GuardedFolder();
        Mapped(guarded).ShouldBe(Declared(), ignoreOrder: true);
    }

    [Fact]
    public void Queue_functions_hear_the_queue_that_steps_are_sent_to_and_its_poison()
    {
        foreach (var folder in FunctionFolder.All.Where(folder => folder.Kind == "queueTrigger"))
        {
            FunctionFolder.Text(folder.Trigger, "dataType").ShouldBe("binary");
            FunctionFolder.Text(folder.Trigger, "connection").ShouldBe(SettingNames.Storage);
            FunctionFolder.Text(folder.Trigger, "name").ShouldBe("item");
        }

        Queue("RunsWork").ShouldBe(AzureConnection.WorkQueueName);
        Queue("RunsPoison").ShouldBe(AzureConnection.WorkQueueName + "-poison");
    }

    [Fact]
    public void Timers_are_set_by_a_setting_or_an_expression_that_can_be_read_and_never_fire_at_start()
    {
        FunctionFolder.Text(Folder("RunsTimer").Trigger, "schedule").ShouldBe($"%{SettingNames.Schedule}%");
        Standalone
            .CronSchedule.TryParse(FunctionFolder.Text(Folder("RunsSweep").Trigger, "schedule")!)
            .ShouldNotBeNull();
        foreach (var folder in FunctionFolder.All.Where(folder => folder.Kind == "timerTrigger"))
        {
            folder.Trigger.GetProperty("runOnStartup").GetBoolean().ShouldBeFalse();
            folder.Trigger.GetProperty("useMonitor").GetBoolean().ShouldBeTrue();
            FunctionFolder.Text(folder.Trigger, "name").ShouldBe("timer");
        }
    }

    [Fact]
    public void A_schedule_that_fails_is_tried_again_as_often_as_without_a_host()
    {
        var retry = Folder("RunsTimer").Retry.ShouldNotBeNull();
        retry.GetProperty("strategy").GetString().ShouldBe("fixedDelay");
        retry.GetProperty("maxRetryCount").GetInt32().ShouldBe(Schedule.MostRetries);
        TimeSpan.Parse(retry.GetProperty("delayInterval").GetString()!).ShouldBe(Schedule.RetryAfter);
        // Queues count for themselves, people try again, and the sweep comes round anyway.
        FunctionFolder.All.Count(folder => folder.Retry is not null).ShouldBe(1);
    }

    [Fact]
    public void The_host_is_told_what_the_code_relies_on()
    {
        HostJson.GetProperty("version").GetString().ShouldBe("2.0");
        var timeout = TimeSpan.Parse(HostJson.GetProperty("functionTimeout").GetString()!);
        Envelope.Deadline.ShouldBeInRange(StepRunner.Deadline, timeout - TimeSpan.FromSeconds(30));
        var handler = HostJson.GetProperty("customHandler");
        handler
            .GetProperty("description")
            .GetProperty("defaultExecutablePath")
            .GetString()
            .ShouldBe(typeof(App).Assembly.GetName().Name);
        handler.GetProperty("enableProxyingHttpRequest").GetBoolean().ShouldBeTrue();
        var extensions = HostJson.GetProperty("extensions");
        extensions.GetProperty("http").GetProperty("routePrefix").GetString().ShouldBe("api");
        var queues = extensions.GetProperty("queues");
        queues.GetProperty("maxDequeueCount").GetInt32().ShouldBe(StepRunner.MostAttempts);
        queues.GetProperty("messageEncoding").GetString().ShouldBe("base64");
        queues.GetProperty("batchSize").GetInt32().ShouldBeInRange(1, 32);
        queues.GetProperty("newBatchThreshold").GetInt32().ShouldBeInRange(0, 31);
        HostJson.GetProperty("extensionBundle").GetProperty("version").GetString().ShouldBe("[4.*, 5.0.0)");
    }

    private static FunctionFolder Folder(string name) => FunctionFolder.All.Single(folder => folder.Name == name);

    private static string Queue(string name) => FunctionFolder.Text(Folder(name).Trigger, "queueName")!;

    private static IEnumerable<string> Declared() =>
        FunctionFolder.All.SelectMany(folder =>
            folder.Kind == "httpTrigger"
                ? folder
                    .Trigger.GetProperty("methods")
                    .EnumerateArray()
                    .Select(method =>
                        $"{method.GetString()!.ToUpperInvariant()} /api/{FunctionFolder.Text(folder.Trigger, "route")}"
                    )
                : [$"POST /{folder.Name}"]
        );

    /// <summary>Pages for people lie under one function: <c>ui/{*path}</c>.</summary>
    private static IEnumerable<string> Mapped(GuardedFolder guarded)
    {
        var settings = HostSettings.Read(name =>
            name == SettingNames.HandlerPort ? "7071"
            : name == SettingNames.Workspaces ? guarded.Path
            : null
        );
        using var app = (IDisposable)App.Build(settings, TimeProvider.System, _ => null);
        return
        [
            .. ((IEndpointRouteBuilder)app)
                .DataSources.SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.RoutePattern.RawText != "/")
                .SelectMany(endpoint =>
                    endpoint
                        .Metadata.GetRequiredMetadata<HttpMethodMetadata>()
                        .HttpMethods.Select(method => $"{method} {Pattern(endpoint)}")
                )
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static string Pattern(RouteEndpoint endpoint)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        return pattern.StartsWith("/api/ui", StringComparison.Ordinal) ? "/api/ui/{*path}" : pattern;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$", RegexOptions.NonBacktracking)]
    private static partial Regex LegalName();

    [GeneratedRegex("^[A-Za-z0-9]+$", RegexOptions.NonBacktracking)]
    private static partial Regex LegalBinding();
}
