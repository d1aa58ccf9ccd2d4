using System.Net;
using System.Text;
using ScoreGuard.Functions.Access;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Tests.Ui;

public sealed class UiAccessTests
{
    private const string Orders = "/api/ui/workspaces/small/runs";

    [Theory]
    [InlineData("/api/ui", "/api/ui/sign-in")]
    [InlineData("/api/ui/workspaces/small", "/api/ui/sign-in?next=%2Fapi%2Fui%2Fworkspaces%2Fsmall")]
    [InlineData(
        "/api/ui/workspaces/small?before=20260310T090000000Z-00000001",
        "/api/ui/sign-in?next=%2Fapi%2Fui%2Fworkspaces%2Fsmall%3Fbefore%3D20260310T090000000Z-00000001"
    )]
    public async Task Who_is_not_signed_in_is_sent_to_the_sign_in_page_and_from_there_back(string page, string location)
    {
        await using var app = await ServedApp.WaitingAsync();
        using var visitor = new Visitor(app);

        var sent = await visitor.GetAsync(page);

        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        sent.Headers.Location!.OriginalString.ShouldBe(location);
        (await visitor.SignInAsync(next: page)).Headers.Location!.OriginalString.ShouldBe(page);
    }

    /// <summary>Keys belong into headers; who puts one into an address all the same finds it nowhere else.</summary>
    [Theory]
    [InlineData("/api/ui?code=SECRET", "/api/ui/sign-in")]
    [InlineData("/api/ui/workspaces/small?code=SECRET", "/api/ui/sign-in?next=%2Fapi%2Fui%2Fworkspaces%2Fsmall")]
    [InlineData("/api/ui/workspaces/small?before=SECRET", "/api/ui/sign-in?next=%2Fapi%2Fui%2Fworkspaces%2Fsmall")]
    [InlineData(
        "/api/ui/workspaces/small?before=20260310T090000000Z-00000001&code=SECRET&before=20260310T090000000Z-00000002",
        "/api/ui/sign-in?next=%2Fapi%2Fui%2Fworkspaces%2Fsmall"
    )]
    [InlineData(
        "/api/ui/workspaces/small?code=SECRET&before=20260310T090000000Z-00000001",
        "/api/ui/sign-in?next=%2Fapi%2Fui%2Fworkspaces%2Fsmall%3Fbefore%3D20260310T090000000Z-00000001"
    )]
    public async Task What_else_an_address_carries_is_not_repeated_when_somebody_is_asked_to_sign_in(
        string page,
        string location
    )
    {
        await using var app = await ServedApp.WaitingAsync();
        using var visitor = new Visitor(app);

        (await visitor.GetAsync(page)).Headers.Location!.OriginalString.ShouldBe(location);

        var asked = await visitor.ReadAsync($"/api/ui/sign-in?next={Uri.EscapeDataString(page)}");
        asked.ShouldContain("name=\"next\"");
        asked.ShouldNotContain("SECRET");
        (await visitor.SignInAsync(next: page)).Headers.Location!.OriginalString.ShouldNotContain("SECRET");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/api/ui")]
    [InlineData("/\\evil.example")]
    [InlineData("/api/uievil")]
    [InlineData("/api/ui/../../evil")]
    [InlineData("/api/ui//evil.example")]
    [InlineData("/api/ui@evil.example")]
    [InlineData("/api/ui/\r\nset-cookie: evil=1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task After_signing_in_nobody_is_sent_anywhere_but_to_a_page_of_this_app(string next)
    {
        await using var app = await ServedApp.WaitingAsync();
        using var visitor = new Visitor(app);

        var answer = await visitor.SignInAsync(next: next);

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.ShouldBe("/api/ui");
    }

    [Fact]
    public async Task A_wrong_key_is_refused_plainly_and_gives_no_session()
    {
        await using var app = await ServedApp.WaitingAsync();
        using var visitor = new Visitor(app);

        var answer = await visitor.SignInAsync("a-key-that-nobody-has");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("That is not a key of this app.");
        visitor.Session.ShouldBeNull();
    }

    [Fact]
    public async Task When_many_wrong_keys_are_tried_at_once_most_are_not_even_heard()
    {
        await using var app = await ServedApp.WaitingAsync();
        using var visitor = new Visitor(app);
        var token = await visitor.TokenAsync(PageAddress.SignIn);
        var own = app.Address.GetLeftPart(UriPartial.Authority);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(_ =>
                    visitor.SendFormAsync(
                        PageAddress.SignIn,
                        own,
                        (FormFields.Token, token),
                        (FormFields.Key, "a-key-that-nobody-has")
                    )
                )
        );

        answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ShouldBeGreaterThan(0);
        answers.ShouldAllBe(answer => !answer.IsSuccessStatusCode);
        (await visitor.SignInAsync()).StatusCode.ShouldBe(HttpStatusCode.SeeOther, "who has a key never waits");
    }

    [Fact]
    public async Task Who_signs_out_has_no_session_any_more()
    {
        await using var app = await ServedApp.WaitingAsync();
        using var visitor = new Visitor(app);
        await visitor.SignInAsync();
        (await visitor.GetAsync("/api/ui")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await visitor.PostAsync("/api/ui", PageAddress.SignOut);

        visitor.Session.ShouldBeNull();
        (await visitor.GetAsync("/api/ui")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_key_to_read_sees_everything_and_orders_and_decides_nothing()
    {
        await using var app = await ServedApp.WaitingAsync();
        using var visitor = new Visitor(app);
        var run = await app.RunAsync("small");
        await visitor.SignInAsync(ServedApp.ReadKey);

        (await visitor.ReadAsync("/api/ui")).ShouldNotContain("class=\"order\"");
        (await visitor.ReadAsync($"/api/ui/runs/{run}")).ShouldNotContain("class=\"decide\"");
        var ordered = await visitor.PostAsync("/api/ui", Orders, (FormFields.Reason, "please"));
        var decided = await visitor.PostAsync("/api/ui", $"/api/ui/runs/{run}/decisions", Accept());

        ordered.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        decided.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await NothingHappenedAsync(app, runs: 1);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task A_form_of_another_site_changes_nothing_even_with_the_right_token(string? origin)
    {
        await using var app = await ServedApp.WaitingAsync();
        using var visitor = new Visitor(app);
        var run = await app.RunAsync("small");
        await visitor.SignInAsync();
        var token = (FormFields.Token, await visitor.TokenAsync("/api/ui"));

        var ordered = await visitor.SendFormAsync(Orders, origin, token, (FormFields.Reason, "evil"));
        var decided = await visitor.SendFormAsync($"/api/ui/runs/{run}/decisions", origin, [token, .. Accept()]);
        var left = await visitor.SendFormAsync(PageAddress.SignOut, origin, token);
        var entered = await visitor.SendFormAsync(
            PageAddress.SignIn,
            origin,
            token,
            (FormFields.Key, ServedApp.ReadKey)
        );

        ordered.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        decided.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        left.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        entered.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await NothingHappenedAsync(app, runs: 1);
    }

    [Fact]
    public async Task A_form_without_the_token_of_this_very_session_changes_nothing()
    {
        await using var app = await ServedApp.WaitingAsync();
        using var visitor = new Visitor(app);
        using var other = new Visitor(app);
        var own = app.Address.GetLeftPart(UriPartial.Authority);
        var beforeSession = await visitor.TokenAsync(PageAddress.SignIn);
        await visitor.SignInAsync();
        await other.SignInAsync();

        foreach (var token in new[] { "", "00", beforeSession, await other.TokenAsync("/api/ui") })
        {
            var answer = await visitor.SendFormAsync(
                Orders,
                own,
                (FormFields.Token, token),
                (FormFields.Reason, "evil")
            );
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, token);
        }

        (await visitor.SendFormAsync(Orders, own, (FormFields.Reason, "evil"))).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        await NothingHappenedAsync(app, runs: 0);
    }

    [Fact]
    public async Task Who_the_platform_signed_in_needs_our_own_page_and_its_token_too()
    {
        await using var app = await ServedApp.WaitingAsync(platform: true);
        using var visitor = new Visitor(app);
        visitor.IsSignedInByPlatform("Ann", PlatformPrincipal.OperatorRole);
        var token = (FormFields.Token, await visitor.TokenAsync("/api/ui"));
        var own = app.Address.GetLeftPart(UriPartial.Authority);

        var foreign = await visitor.SendFormAsync(Orders, "http://evil.example", token, (FormFields.Reason, "evil"));
        var bare = await visitor.SendFormAsync(Orders, own, (FormFields.Reason, "evil"));

        foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        bare.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await NothingHappenedAsync(app, runs: 0);
    }

    [Fact]
    public async Task Who_the_platform_signed_in_decides_under_that_name_whatever_the_form_says()
    {
        await using var app = await ServedApp.WaitingAsync(platform: true);
        using var visitor = new Visitor(app);
        visitor.IsSignedInByPlatform("Ann", PlatformPrincipal.OperatorRole);
        var page = $"/api/ui/runs/{await app.RunAsync("small")}";

        var decided = await visitor.PostAsync(page, page + "/decisions", Accept());

        decided.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var workspace = await app.WorkspaceAsync("small");
        var baseline = (await workspace.Context.Stores.Baselines.ListAsync(default)).ShouldHaveSingleItem();
        baseline.Decision.By.ShouldBe("Ann");
    }

    [Theory]
    [InlineData(
        "style-src 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='",
        "'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='"
    )]
    [InlineData("style-src 'unsafe-inline' 'sha256-short='; script-src *", "'none'")]
    [InlineData("", "'none'")]
    public async Task A_kept_report_lets_in_the_style_that_it_names_by_hash_and_nothing_else(string says, string style)
    {
        await using var app = await ServedApp.WaitingAsync();
        using var visitor = new Visitor(app);
        var run = await app.RunAsync("small");
        var workspace = await app.WorkspaceAsync("small");
        using var older = new MemoryStream(Encoding.UTF8.GetBytes($"<meta content=\"{says}\"><p>An older report"));
        await workspace.Files.SaveAsync(run.Split('.')[1], "report.html", older, default);
        await visitor.SignInAsync();

        var report = await visitor.GetAsync($"/api/runs/{run}/report.html");

        report
            .Headers.GetValues("Content-Security-Policy")
            .ShouldHaveSingleItem()
            .ShouldBe(
                $"default-src 'none'; style-src {style}; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
            );
        (await report.Content.ReadAsStringAsync()).ShouldEndWith("An older report");
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours()
    {
        await using var app = await ServedApp.WaitingAsync();
        using var visitor = new Visitor(app);
        await visitor.SignInAsync();
        var session = visitor.Session!;

        app.Time.Ahead = TimeSpan.FromHours(11.9);
        visitor.Take(session);
        (await visitor.GetAsync("/api/ui")).StatusCode.ShouldBe(HttpStatusCode.OK);
        app.Time.Ahead = TimeSpan.FromHours(12.1);
        (await visitor.GetAsync("/api/ui")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("Operate.{end}.{signature}")]
    [InlineData("Read.99999999999.{signature}")]
    [InlineData("Read.{end}.")]
    [InlineData("Read.{end}.0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("None.{end}.{signature}")]
    [InlineData("2.{end}.{signature}")]
    [InlineData("")]
    public async Task A_session_that_was_altered_is_none(string forged)
    {
        await using var app = await ServedApp.WaitingAsync();
        using var visitor = new Visitor(app);
        await visitor.SignInAsync(ServedApp.ReadKey);
        var parts = visitor.Session!.Split('.');
        parts.Length.ShouldBe(3);
        using var forger = new Visitor(app);
        forger.Take(
            forged
                .Replace("{end}", parts[1], StringComparison.Ordinal)
                .Replace("{signature}", parts[2], StringComparison.Ordinal)
        );

        (await forger.GetAsync("/api/ui")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task No_page_is_kept_by_anybody_and_each_lets_in_nothing_but_its_own_style()
    {
        await using var app = await ServedApp.WaitingAsync();
        using var visitor = new Visitor(app);
        var run = await app.RunAsync("small");
        var signIn = await visitor.GetAsync(PageAddress.SignIn);
        await visitor.SignInAsync();
        HttpResponseMessage[] answers =
        [
            signIn,
            await visitor.GetAsync("/api/ui"),
            await visitor.GetAsync("/api/ui/workspaces/small"),
            await visitor.GetAsync($"/api/ui/runs/{run}"),
            await visitor.GetAsync("/api/ui/nope"),
            await visitor.GetAsync($"/api/runs/{run}/report.html"),
        ];

        foreach (var answer in answers)
        {
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
            var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
            policy.ShouldStartWith("default-src 'none'; style-src 'sha256-");
            policy.ShouldNotContain("unsafe");
            policy.ShouldContain("frame-ancestors 'none'");
        }
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_of_scripts_and_of_other_sites_forms()
    {
        await using var app = await ServedApp.WaitingAsync();
        using var visitor = new Visitor(app);

        var cookies = (await visitor.SignInAsync()).Headers.GetValues("Set-Cookie");

        foreach (var cookie in cookies)
        {
            cookie.ShouldContain("httponly");
            cookie.ShouldContain("samesite=lax");
            cookie.ShouldContain("path=/api");
        }
    }

    private static (string, string)[] Accept() =>
        [
            (FormFields.Decision, FormFields.Accept),
            (FormFields.By, "evil"),
            (FormFields.Reason, "evil"),
            (FormFields.Scope, FormFields.Whole),
        ];

    private static async Task NothingHappenedAsync(ServedApp app, int runs)
    {
        var workspace = await app.WorkspaceAsync("small");
        (await workspace.Tickets.ListAsync(default)).ShouldBeEmpty();
        (await workspace.Context.Stores.Runs.ListAsync(10, default)).Length.ShouldBe(runs);
        (await workspace.Context.Stores.Baselines.ListAsync(default)).ShouldBeEmpty();
    }
}
