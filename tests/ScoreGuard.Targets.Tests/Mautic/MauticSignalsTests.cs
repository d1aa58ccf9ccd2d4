using ScoreGuard.Domain.Targets;
using ScoreGuard.FakePlatforms.Mautic;

namespace ScoreGuard.Targets.Tests.Mautic;

public sealed class MauticSignalsTests
{
    private const string Forms =
        """[{"id":3,"name":"Demo request","alias":"demo","isPublished":true,"fields":[{"alias":"f_mail","mappedField":"email","mappedObject":"contact"},{"alias":"company","isRequired":true}]}]""";

    [Fact]
    public async Task A_form_is_filled_in_by_the_contact_itself()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Configure("forms", Forms);
        bench.Mautic.ScoringDelay = TimeSpan.FromMinutes(8);
        var made = await bench.CreateAsync(1);
        var sent = await bench.SignalAsync(
            MauticBench.Signal(SignalKind.Form, "Demo request", made, 1, new TargetProperty("company", "Acme"))
        );
        sent.ShouldBe(made);
        (await bench.ObserveAsync(made))["points"].ShouldBe("0");
        bench.Time.Advance(bench.Target.Capabilities.MinimumWait);
        (await bench.ObserveAsync(made))["points"].ShouldBe("10");
        var call = bench.Mautic.Calls.Single(call => call.Path.StartsWith("/form/submit", StringComparison.Ordinal));
        call.Path.ShouldBe("/form/submit?formId=3&ajax=1");
        Uri.UnescapeDataString(call.Body)
            .ShouldBe(
                "mauticform[formId]=3&mauticform[return]=&mauticform[company]=Acme&mauticform[f_mail]=sg-1@leads.invalid"
            );
    }

    [Fact]
    public async Task A_form_refused_for_its_fields_names_them_without_values()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Configure("forms", Forms);
        var made = await bench.CreateAsync(1);
        (await bench.SignalAsync(MauticBench.Signal(SignalKind.Form, "demo", made, 1))).ShouldBe(
            RecordResult.Rejected(
                "The form was refused: fields company. `fields` or `set` of the signal give what a form asks for, by the form field's alias"
            )
        );
    }

    [Theory]
    [InlineData("""{"alias":"f_mail","mappedField":"email"}""")]
    [InlineData("""{"alias":"f_mail","type":"email"}""")]
    [InlineData("""{"alias":"email"}""")]
    public async Task A_form_that_asks_for_the_address_is_given_it_however_its_field_tells(string field)
    {
        await using var bench = await MauticBench.StartAsync();
        var alias = field.Contains("f_mail", StringComparison.Ordinal) ? "f_mail" : "email";
        bench.Configure(
            "forms",
            $$"""[{"id":3,"name":"Demo request","alias":"demo","isPublished":true,"fields":[{{field.TrimEnd('}')}},"isRequired":true}]}]"""
        );
        var made = await bench.CreateAsync(1);
        (await bench.SignalAsync(MauticBench.Signal(SignalKind.Form, "demo", made, 1))).Refusal.ShouldBeNull();
        bench.Mautic.Records.Single().Signals.Single().Properties[alias].ShouldBe("sg-1@leads.invalid");
    }

    [Fact]
    public async Task A_visit_is_tracked_for_the_contact()
    {
        await using var bench = await MauticBench.StartAsync();
        var made = await bench.CreateAsync(1);
        var visit = MauticBench.Signal(
            SignalKind.Visit,
            "https://www.example.com/",
            made,
            1,
            new TargetProperty("page_url", "https://www.example.com/pricing?x=1&y=2"),
            new("page_title", "Preise")
        );
        (await bench.SignalAsync(visit)).ShouldBe(made);
        bench.Mautic.Records.Single().Signals.Single().Name.ShouldBe("https://www.example.com/pricing?x=1&y=2");
        (await bench.ObserveAsync(made))["points"].ShouldBe("1");
    }

    [Fact]
    public async Task Landing_pages_and_assets_are_seen_as_the_contact()
    {
        await using var bench = await MauticBench.StartAsync();
        var made = await bench.CreateAsync(1);
        (await bench.SignalAsync(MauticBench.Signal(SignalKind.Visit, "welcome", made, 1))).ShouldBe(made);
        (await bench.SignalAsync(MauticBench.Signal(SignalKind.Event, "12:paper", made, 1))).ShouldBe(made);
        bench.Mautic.Records.Single().Signals.Select(signal => signal.Name).ShouldBe(["welcome", "12:paper"]);
        (await bench.SignalAsync(MauticBench.Signal(SignalKind.Event, "12:missing", made, 1))).ShouldBe(
            RecordResult.Refused("Mautic refused to download an asset: HTTP 404")
        );
    }

    [Fact]
    public async Task A_remote_asset_is_downloaded_and_one_behind_the_log_in_is_not()
    {
        await using var bench = await MauticBench.StartAsync();
        var made = await bench.CreateAsync(1);
        (await bench.SignalAsync(MauticBench.Signal(SignalKind.Event, "12:remote", made, 1))).ShouldBe(made);
        (await bench.SignalAsync(MauticBench.Signal(SignalKind.Event, "12:private", made, 1))).ShouldBe(
            RecordResult.Refused("Mautic refused to download an asset: HTTP 302")
        );
        (await bench.SignalAsync(MauticBench.Signal(SignalKind.Visit, "remote", made, 1))).ShouldBe(
            RecordResult.Refused("Mautic refused to visit a landing page: HTTP 302")
        );
    }

    [Theory]
    [InlineData("api/contacts")]
    [InlineData("x/../api/contacts")]
    public async Task A_page_that_is_the_API_is_visited_without_credentials(string page)
    {
        await using var bench = await MauticBench.StartAsync();
        var made = await bench.CreateAsync(1);
        await Should.ThrowAsync<Domain.Faults.TargetFault>(() =>
            bench.SignalAsync(MauticBench.Signal(SignalKind.Visit, page, made, 1))
        );
        bench.Mautic.Calls[^1].Path.ShouldBe("/api/contacts");
        bench.Mautic.Calls[^1].Authorization.ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_that_a_visitor_does_carries_credentials_or_anothers_device()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.UseClient();
        bench.Configure("forms", Forms);
        var made = await bench.Target.CreateAsync([MauticBench.Record(1), MauticBench.Record(2)], default);
        for (var number = 1; number <= 2; number++)
        {
            var record = made[number - 1];
            var company = new TargetProperty("company", "Acme");
            (await bench.SignalAsync(MauticBench.Signal(SignalKind.Form, "3", record, number, company))).ShouldBe(
                record
            );
            (
                await bench.SignalAsync(MauticBench.Signal(SignalKind.Visit, "https://a.example/", record, number))
            ).ShouldBe(record);
        }

        var calls = bench.Mautic.Calls.ToLookup(call => call.Path.StartsWith("/api/", StringComparison.Ordinal));
        calls[true].ShouldAllBe(call => call.Authorization != null && call.Cookie == null);
        calls[false].ShouldAllBe(call => call.Authorization == null);
        bench
            .Mautic.Calls.Where(call => call.Cookie is not null)
            .Select(call => call.Cookie)
            .Distinct()
            .ShouldBe(
                made.Select(record => $"mautic_device_id=device{record.Record}; mtc_id={record.Record}"),
                ignoreOrder: true
            );
        bench.Mautic.Records.Select(contact => $"{contact.Id}").ShouldBe(made.Select(record => record.Record));
    }

    [Fact]
    public async Task An_address_that_identifies_nobody_is_refused_and_makes_no_stranger()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Mautic.Store.IsEmailPubliclyUpdatable = false;
        var made = await bench.CreateAsync(1);
        var result = await bench.SignalAsync(MauticBench.Signal(SignalKind.Visit, "https://a.example/", made, 1));
        result.Refusal!.ShouldStartWith(
            "Mautic does not recognise the contact by email: make the field publicly updatable"
        );
        bench.Mautic.Records.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_visit_whose_answer_is_lost_is_not_sent_again()
    {
        await using var bench = await MauticBench.StartAsync();
        var made = await bench.CreateAsync(1);
        bench.Mautic.FaultAfter = call =>
            call.Path.StartsWith("/mtc/event", StringComparison.Ordinal)
                ? FakeMauticErrors.Of(502, "Bad gateway")
                : null;
        var result = await bench.SignalAsync(MauticBench.Signal(SignalKind.Visit, "https://a.example/", made, 1));
        result.Refusal.ShouldBe("Mautic did not say whether it did track a visit: Bad gateway (502)");
        bench.Mautic.Records.Single().Signals.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_update_changes_fields_and_fires_no_point_action()
    {
        await using var bench = await MauticBench.StartAsync();
        var made = await bench.Target.CreateAsync(
            [MauticBench.Record(1, new TargetProperty("position", "VP")), MauticBench.Record(2), MauticBench.Record(3)],
            default
        );
        await bench.Target.DeleteAsync([made[1].Record!], default);
        var results = await bench.Target.SignalAsync(
            [
                MauticBench.Signal(
                    SignalKind.Update,
                    "",
                    made[0],
                    1,
                    new TargetProperty("position", null),
                    new("country", "DE")
                ),
                MauticBench.Signal(SignalKind.Update, "", made[1], 2, new TargetProperty("country", "DE")),
                MauticBench.Signal(SignalKind.Update, "", made[2], 3, new TargetProperty("employees", 0m)),
            ],
            default
        );
        results[0].ShouldBe(made[0]);
        results[1].ShouldBe(RecordResult.Refused("Item was not found. (404 api)"));
        results[2].Refusal.ShouldBe("this version of Mautic drops 0 and no, so employees cannot be set to it");
        var contact = bench.Mautic.Records[0];
        contact.Fields["position"].ShouldBeNull();
        contact.Fields["country"].ShouldBe("DE");
        (await bench.ObserveAsync(made[0]))["points"].ShouldBe("0");
    }

    [Fact]
    public async Task Segments_campaigns_and_stages_are_named_by_id_name_or_alias()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Configure("segments", """[{"id":4,"name":"Hot ones","alias":"hot"},{"id":5,"name":"4","alias":"x"}]""");
        bench.Configure("campaigns", """[{"id":7,"name":"Nurture"}]""");
        bench.Configure("stages", """[{"id":9,"name":"MQL","weight":20}]""");
        bench.Definition = bench.Definition with
        {
            Outcome = bench.Definition.Outcome with { Stage = new("stage", [new("Qualified", "MQL")], []) },
        };
        var made = await bench.CreateAsync(1);
        (await bench.SignalAsync(MauticBench.Signal(SignalKind.Member, "4", made, 1))).ShouldBe(made);
        (await bench.SignalAsync(MauticBench.Signal(SignalKind.Member, "hot", made, 1))).ShouldBe(made);
        (await bench.SignalAsync(MauticBench.Signal(SignalKind.Request, "Nurture", made, 1))).ShouldBe(made);
        (
            await bench.SignalAsync(
                MauticBench.Signal(SignalKind.Stage, "", made, 1, new TargetProperty("stage", "Qualified"))
            )
        ).ShouldBe(made);
        bench
            .Mautic.Records.Single()
            .Signals.Select(signal => signal.Name)
            .ShouldBe(["Hot ones", "Hot ones", "Nurture", "MQL"]);
        (await bench.ObserveAsync(made)).ShouldSatisfyAllConditions(
            seen => seen["points"].ShouldBe("100"),
            seen => seen["stage"].ShouldBe("MQL")
        );
    }

    [Fact]
    public async Task A_name_that_Mautic_lacks_is_a_fault_with_the_nearest()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Configure("campaigns", """[{"id":7,"name":"Nurture"}]""");
        var made = await bench.CreateAsync(1);
        var fault = await Should.ThrowAsync<Domain.Faults.TargetFault>(() =>
            bench.SignalAsync(MauticBench.Signal(SignalKind.Request, "Nurtre", made, 1))
        );
        fault.Message.ShouldBe("Mautic has no campaign `Nurtre`; did you mean `Nurture`?");
    }

    [Fact]
    public async Task A_contact_that_is_gone_is_refused_alone()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Configure("campaigns", """[{"id":7,"name":"Nurture"}]""");
        var made = await bench.Target.CreateAsync([MauticBench.Record(1), MauticBench.Record(2)], default);
        await bench.Target.DeleteAsync([made[0].Record!], default);
        var results = await bench.Target.SignalAsync(
            [
                MauticBench.Signal(SignalKind.Request, "7", made[0], 1),
                MauticBench.Signal(SignalKind.Request, "7", made[1], 2),
            ],
            default
        );
        results.ShouldBe([RecordResult.Refused("Item was not found. (404)"), made[1]]);
    }

    [Fact]
    public async Task Group_scores_are_missing_until_something_scored()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Definition = bench.Definition with
        {
            Outcome = bench.Definition.Outcome with { Scores = [new("points", "points"), new("web", "group.Web")] },
        };
        var made = await bench.CreateAsync(1);
        (await bench.ObserveAsync(made))["group.Web"].ShouldBeNull();
        await bench.SignalAsync(MauticBench.Signal(SignalKind.Visit, "https://a.example/", made, 1));
        (await bench.ObserveAsync(made))["group.Web"].ShouldBe("1");
    }

    /// <summary>The fake's own habit, which the adapter has to avoid: a form without a device costs the contact its id.</summary>
    [Fact]
    public async Task A_form_without_a_device_would_give_the_contact_another_id()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Configure("forms", Forms);
        var made = await bench.CreateAsync(1);
        using var http = new HttpClient { BaseAddress = bench.Mautic.Url };
        using var form = new FormUrlEncodedContent([
            new("mauticform[formId]", "3"),
            new("mauticform[company]", "Acme"),
            new("mauticform[email]", "sg-1@leads.invalid"),
        ]);
        using var answer = await http.PostAsync("form/submit?formId=3&ajax=1", form);
        answer.EnsureSuccessStatusCode();
        bench.Mautic.Records.Single().Id.ToString().ShouldNotBe(made.Record);
    }
}
