using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.FakePlatforms.Mautic;

namespace ScoreGuard.Targets.Tests.Mautic;

public sealed class MauticFaultsTests
{
    [Fact]
    public async Task An_OAuth2_client_gets_one_token_and_renews_it_once_it_expired()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.UseClient();
        var made = await bench.CreateAsync(1);
        bench.Mautic.Accounts.TokensGiven.ShouldBe(1);
        bench.Mautic.Accounts.ExpireTokens();
        (await bench.ObserveAsync(made))["points"].ShouldBe("0");
        bench.Mautic.Accounts.TokensGiven.ShouldBe(2);
        bench.Time.Advance(TimeSpan.FromHours(2));
        await bench.ObserveAsync(made);
        bench.Mautic.Accounts.TokensGiven.ShouldBe(3);
    }

    [Theory]
    [InlineData("CLIENT_SECRET", "wrong", "Mautic gives no token to the OAuth2 client: invalid_client.")]
    [InlineData("CLIENT_ID", "wrong", "Mautic gives no token to the OAuth2 client: invalid_client.")]
    public async Task A_client_that_is_refused_is_not_asked_for_again(string what, string value, string message)
    {
        await using var bench = await MauticBench.StartAsync();
        bench.UseClient().Set(what, value);
        var fault = await Should.ThrowAsync<TargetFault>(() => bench.CreateAsync(1));
        fault.Kind.ShouldBe(TargetFaultKind.Refused);
        fault.Message.ShouldBe(message);
        bench.Mautic.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_password_is_told_with_Mautics_words_and_without_the_password()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Set("PASSWORD", "not-it");
        var fault = await Should.ThrowAsync<TargetFault>(() => bench.CreateAsync(1));
        fault.Kind.ShouldBe(TargetFaultKind.Refused);
        fault.Message.ShouldBe(
            "Mautic refused to find contacts by address: The credentials are not valid. (401 access_denied). See `SCOREGUARD_CONNECTION_MAUTIC_…` and what it may do there."
        );
        bench.Mautic.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_disabled_API_is_told_with_Mautics_words()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Mautic.Accounts.IsApiEnabled = false;
        var fault = await Should.ThrowAsync<TargetFault>(() => bench.CreateAsync(1));
        fault.Message.ShouldBe(
            "Mautic refused to find contacts by address: API is disabled. Enable it in the configuration. (403 api_disabled). See `SCOREGUARD_CONNECTION_MAUTIC_…` and what it may do there."
        );
    }

    [Fact]
    public async Task Settings_and_options_are_told_wrong_all_at_once()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Set("URL", "http://mautic.example.com").Set("USER", null).Set("PASSWORD", null);
        bench.Definition = bench.Definition with
        {
            Options = [new("crom", "5"), new("cron", "0"), new("calls-per-minute", "many"), new("point-groups", "a=B")],
        };
        bench
            .Open()
            .ShouldBeOfType<Parsed<ITarget>.Refused>()
            .Diagnostics.Select(wrong => $"{wrong.Code} {wrong.Message}")
            .ShouldBe([
                "SG5506 `SCOREGUARD_CONNECTION_MAUTIC_URL` is no address that can be called; write it as `https://platform.example.com`, without a user name.",
                "SG5506 Set SCOREGUARD_CONNECTION_MAUTIC_CLIENT_ID and SCOREGUARD_CONNECTION_MAUTIC_CLIENT_SECRET, or SCOREGUARD_CONNECTION_MAUTIC_USER and SCOREGUARD_CONNECTION_MAUTIC_PASSWORD; Mautic needs one of the two.",
                "SG5507 Mautic has no option `crom`; did you mean `cron`?",
                "SG5507 `cron` takes a whole number from 1 to 1440, not `0`.",
                "SG5507 `calls-per-minute` takes a whole number from 1 to 6000, not `many`.",
                "SG5507 `point-groups` takes ids of point actions with their groups, as `12=Fit, 13=Fit`, not `a=B`.",
            ]);
    }

    [Fact]
    public async Task The_first_look_waits_for_two_runs_of_cron()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Target.Capabilities.MinimumWait.ShouldBe(TimeSpan.FromMinutes(10));
        bench.Definition = bench.Definition with { Options = [new("cron", "15")] };
        bench.Restart();
        bench.Target.Capabilities.MinimumWait.ShouldBe(TimeSpan.FromMinutes(30));
    }

    [Theory]
    [InlineData(429, 40)]
    [InlineData(500, 1)]
    [InlineData(502, 1)]
    [InlineData(503, 40)]
    public async Task A_platform_that_is_busy_is_asked_again_when_it_says(int status, int seconds)
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Mautic.Fault = call => call.Number == 1 ? FakeMauticErrors.Of(status, "Busy", null, seconds) : null;
        (await bench.CreateAsync(1)).Refusal.ShouldBeNull();
        bench.Time.Waited.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task A_platform_that_stays_down_is_unreachable()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Mautic.Fault = _ => FakeMauticErrors.Reset();
        var fault = await Should.ThrowAsync<TargetFault>(() => bench.Target.ListAsync(null, default));
        fault.Kind.ShouldBe(TargetFaultKind.Unreachable);
    }

    [Fact]
    public async Task A_page_instead_of_an_answer_is_unintelligible()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Mautic.Fault = _ => Microsoft.AspNetCore.Http.Results.Text("<html></html>", "text/html");
        var fault = await Should.ThrowAsync<TargetFault>(() => bench.Target.ListAsync(null, default));
        fault.Kind.ShouldBe(TargetFaultKind.Unintelligible);
    }

    [Fact]
    public async Task Nothing_follows_where_an_answer_points()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Mautic.Fault = _ => Microsoft.AspNetCore.Http.Results.Redirect("https://elsewhere.example/api/contacts");
        var fault = await Should.ThrowAsync<TargetFault>(() => bench.Target.ListAsync(null, default));
        fault.Message.ShouldBe("Mautic refused to list synthetic contacts: HTTP 302.");
        bench.Mautic.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Calls_are_taken_from_the_budget_tokens_included()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.UseClient();
        bench.Definition = bench.Definition with { Discipline = bench.Definition.Discipline with { CallsPerRun = 4 } };
        var made = await bench.CreateAsync(1);
        bench.Mautic.Calls.Count.ShouldBe(4);
        var fault = await Should.ThrowAsync<TargetFault>(() => bench.ObserveAsync(made));
        fault.Kind.ShouldBe(TargetFaultKind.BudgetSpent);
    }

    [Fact]
    public async Task The_plan_is_what_a_replay_takes()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Configure("campaigns", """[{"id":7,"name":"Nurture"}]""");
        var planned = bench.Target.Plan(
            new(2, [new(SignalKind.Visit, 2, 1), new(SignalKind.Update, 2, 1), new(SignalKind.Request, 1, 1)], 3)
        );
        var made = await bench.Target.CreateAsync([MauticBench.Record(1), MauticBench.Record(2)], default);
        string[] ids = [made[0].Record!, made[1].Record!];
        await bench.Target.SignalAsync(
            [
                MauticBench.Signal(SignalKind.Visit, "https://a.example/", made[0], 1),
                MauticBench.Signal(SignalKind.Visit, "https://a.example/", made[1], 2),
            ],
            default
        );
        await bench.Target.SignalAsync(
            [
                MauticBench.Signal(SignalKind.Update, "", made[0], 1, new TargetProperty("country", "DE")),
                MauticBench.Signal(SignalKind.Update, "", made[1], 2, new TargetProperty("country", "DE")),
            ],
            default
        );
        await bench.SignalAsync(MauticBench.Signal(SignalKind.Request, "7", made[0], 1));
        for (var look = 0; look < 3; look++)
        {
            await bench.Target.ObserveAsync([.. ids], default);
        }

        await bench.Target.DeleteAsync([.. ids], default);
        await bench.Target.ListAsync(MauticBench.Run, default);
        planned.Sum(call => call.Calls).ShouldBe(bench.Mautic.Calls.Count);
    }

    [Fact]
    public async Task Slow_calls_keep_the_pace()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Definition = bench.Definition with { Options = [new("calls-per-minute", "2")] };
        await bench.CreateAsync(1);
        bench.Time.Waited.ShouldBe(TimeSpan.FromMinutes(1));
    }
}
