using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Functions.Tests.Host;

/// <summary>The host never starts a handler again that ended with 0, and says that all is well.</summary>
public sealed class ExitCodeTests
{
    [Fact]
    public async Task A_handler_that_is_asked_to_end_does_not_end_with_0()
    {
        using var guarded = new GuardedFolder();
        using var host = new FunctionsHostStandIn(guarded.Path);
        await host.ReadyAsync();
        (await host.Handler.TerminateAsync()).ShouldNotBe(0);
    }

    [Fact]
    public async Task A_taken_port_ends_the_handler_with_one_clear_line()
    {
        using var guarded = new GuardedFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var handler = HandlerProcess.Start(port, guarded.Path);
        (await handler.ExitAsync()).ShouldNotBe(0);
        handler
            .Errors.ShouldHaveSingleItem()
            .ShouldContain(port.ToString(CultureInfo.InvariantCulture), customMessage: handler.All());
        handler.Errors.Single().ShouldContain("address already in use");
        handler.All().ShouldNotContain("app.started");
    }

    [Theory]
    [InlineData("SCOREGUARD_READ_KEY", "short", "SCOREGUARD_READ_KEY needs at least 20 characters")]
    [InlineData("SCOREGUARD_PLATFORM_AUTH", "yes", "SCOREGUARD_PLATFORM_AUTH must be true or false")]
    [InlineData("SCOREGUARD_PUBLIC_URL", "guard.example.com", "SCOREGUARD_PUBLIC_URL must be an address")]
    [InlineData("SCOREGUARD_DIGEST_DAYS", "-1", "SCOREGUARD_DIGEST_DAYS must be a whole number")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "nowhere", "OTEL_EXPORTER_OTLP_ENDPOINT must be an address")]
    [InlineData("FUNCTIONS_CUSTOMHANDLER_PORT", "99999", "FUNCTIONS_CUSTOMHANDLER_PORT must be a whole number")]
    public async Task A_broken_setting_ends_the_handler_with_one_line_that_names_it_and_not_its_value(
        string name,
        string value,
        string line
    )
    {
        using var guarded = new GuardedFolder();
        using var handler = HandlerProcess.Start(HandlerProcess.FreePort(), guarded.Path, (name, value));
        (await handler.ExitAsync()).ShouldNotBe(0);
        handler.Errors.ShouldHaveSingleItem().ShouldContain(line);
        handler.All().ShouldNotContain(value);
    }

    /// <summary>Nobody would take the steps of its runs: they would wait for ever.</summary>
    [Fact]
    public async Task A_handler_without_a_storage_account_ends_with_a_code_and_what_would_be_right()
    {
        using var handler = HandlerProcess.StartBare(HandlerProcess.FreePort(), ("SCOREGUARD_WORKSPACES", ""));
        (await handler.ExitAsync()).ShouldNotBe(0);
        var line = handler.Errors.ShouldHaveSingleItem();
        line.ShouldContain(StoreCodes.Connection.Code);
        line.ShouldContain("SCOREGUARD_STORAGE");
        line.ShouldContain("--standalone");
        handler.All().ShouldNotContain("app.started");
    }

    [Fact]
    public async Task A_handler_that_is_given_a_folder_alone_says_that_no_host_brings_its_steps()
    {
        using var handler = HandlerProcess.StartBare(HandlerProcess.FreePort(), ("SCOREGUARD_WORKSPACES", "guarded"));
        await handler.SaysAsync("app.steps-not-brought");
        handler.HasExited.ShouldBeFalse();
    }

    /// <summary>Where there is no emulator, too: until it answers, the handler says that it does not.</summary>
    [Fact]
    public async Task A_handler_starts_with_the_sample_of_local_settings_as_it_is()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Repository.In("local.settings.sample.json")));
        var values = sample.RootElement.GetProperty("Values").EnumerateObject().ToList();
        values.ShouldAllBe(
            value => value.Value.ValueKind == JsonValueKind.String,
            "the Functions host takes texts only"
        );
        using var handler = HandlerProcess.StartBare(
            HandlerProcess.FreePort(),
            values.Select(value => (value.Name, value.Value.GetString()!))
        );
        await handler.SaysAsync("app.started");
        handler.HasExited.ShouldBeFalse();
        handler.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Broken_settings_of_several_parts_are_told_all_at_once()
    {
        using var guarded = new GuardedFolder();
        using var handler = HandlerProcess.Start(
            HandlerProcess.FreePort(),
            guarded.Path,
            ("SCOREGUARD_STORAGE", "AccountName=nobody"),
            ("SCOREGUARD_MAIL", "pigeon")
        );
        (await handler.ExitAsync()).ShouldNotBe(0);
        handler.Errors.ShouldContain(line => line.Contains("SCOREGUARD_STORAGE", StringComparison.Ordinal));
        handler.Errors.ShouldContain(line => line.Contains("SCOREGUARD_MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_that_comes_before_the_handler_listens_is_refused_and_succeeds_later()
    {
        using var guarded = new GuardedFolder();
        using var host = new FunctionsHostStandIn(guarded.Path);
        var call = HostCalls.Timer("2026-11-21T21:24:00+00:00");
        var early = await host.InvokeAsync("RunsTimer", call);
        await host.ReadyAsync();
        early.ShouldBeOneOf(HostJudgement.Failed, HostJudgement.Succeeded);
        (await host.InvokeAsync("RunsTimer", call)).ShouldBe(HostJudgement.Succeeded);
    }
}
