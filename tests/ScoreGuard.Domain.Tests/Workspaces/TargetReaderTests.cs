using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Yaml;

namespace ScoreGuard.Domain.Tests.Workspaces;

/// <summary>What a workspace may say about its target.</summary>
public sealed class TargetReaderTests
{
    private const string Whole = """
        type: hubspot
        use: replay
        connection: hubspot-eu
        lead:
          address: email
          domain: sg.example.invalid
          run: sg_run_id
          fields: { jobTitle: jobtitle }
          set: { hs_marketable_status: 'false' }
        signals:
          - { activity: form_submit, as: event, name: demo, where: { form: demo }, fields: { form: form_name }, set: { origin: test } }
          - { activity: promoted, as: stage }
        outcome:
          scores: { fit: score_fit, behaviour: score_behaviour }
          labels: { fit: score_label }
          grade: grade
          stage: { field: lifecyclestage, values: { marketingqualifiedlead: MQL }, order: [Lead, MQL] }
          route: { field: hubspot_owner_id }
          expect: [score_fit]
        settle: { wait: 2m, every: 5m, unchanged: 4, deadline: 2h }
        budget: { run: 500, day: 900 }
        canary: { lead: L1, score: fit }
        confirm: 7
        times: now
        cleanUp: erase
        options: { draft: 'true' }
        """;

    private const string Replay =
        "type: hubspot\nconnection: h\nlead: { domain: x, run: y }\noutcome: { scores: { fit: score_fit }, stage: { field: s, order: [Lead, MQL] } }\n";

    [Fact]
    public void Everything_that_is_said_is_read()
    {
        var target = Read(Whole).ShouldBeOfType<Parsed<Workspace>.Ok>().Value.Target;
        target.Type.ShouldBe(TargetType.HubSpot);
        target.MakesRecords.ShouldBeTrue();
        target.Connection.ShouldBe("hubspot-eu");
        target.Leads.AddressDomain.ShouldBe("sg.example.invalid");
        target.Leads.RunField.ShouldBe("sg_run_id");
        target.Leads.Fields.ShouldBe([new("jobTitle", "jobtitle")]);
        target.Leads.Constants.ShouldBe([new("hs_marketable_status", "false")]);
        target.Signals.Select(signal => signal.Kind).ShouldBe([SignalKind.Event, SignalKind.Stage]);
        target.Signals[0].Where.ShouldBe([new("form", "demo")]);
        target.Outcome.Stage!.ToOurs("marketingqualifiedlead").ShouldBe("MQL");
        target.Outcome.Stage.ToTheirs("MQL").ShouldBe("marketingqualifiedlead");
        target.Outcome.Stage.ToOurs("other").ShouldBe("other");
        target.Outcome.Expected.ShouldBe(["score_fit"]);
        target
            .Outcome.Properties()
            .ShouldBe(["score_fit", "score_behaviour", "score_label", "grade", "lifecyclestage", "hubspot_owner_id"]);
        target.Discipline.ShouldBe(
            new(
                TimeSpan.FromMinutes(2),
                TimeSpan.FromMinutes(5),
                4,
                TimeSpan.FromHours(2),
                500,
                900,
                "L1",
                "fit",
                7,
                SignalTimes.Now,
                CleanUp.Erase
            )
        );
        target.FindOption("draft").ShouldBe("true");
        target.FindOption("other").ShouldBeNull();
    }

    [Fact]
    public void Without_a_target_the_model_file_scores() =>
        Read(null).ShouldBeOfType<Parsed<Workspace>.Ok>().Value.Target.ShouldBe(TargetDefinition.Model);

    [Fact]
    public void What_is_not_said_has_its_default()
    {
        var text =
            "type: mautic\nconnection: m\nlead: { domain: x.invalid, run: sg_run }\noutcome: { scores: { points: points } }";
        var target = Read(text).ShouldBeOfType<Parsed<Workspace>.Ok>().Value.Target;
        target.Use.ShouldBe(TargetUse.Replay);
        target.Discipline.ShouldBe(ReplayDiscipline.Default);
        target.Leads.AddressField.ShouldBe("email");
        target.Outcome.Expected.ShouldBe(["points"]);
    }

    [Theory]
    [InlineData("type: hubspott\nconnection: h", "did you mean `hubspot`")]
    [InlineData("type: hubspot\nlead: { domain: x, run: y }\noutcome: { scores: { a: b } }", "needs `connection`")]
    [InlineData("type: hubspot\nconnection: h\noutcome: { scores: { a: b } }", "needs `lead`")]
    [InlineData("type: hubspot\nconnection: h\nlead: { domain: x, run: y }", "needs `outcome`")]
    [InlineData("type: hubspot\nconnection: ../h\nuse: read", "is no name of a connection")]
    [InlineData("type: salesforce\nconnection: s\nuse: read", "cannot be read")]
    [InlineData("type: http\nconnection: s\nuse: read", "cannot be read")]
    [InlineData("type: hubspot\nconnection: h\nuse: read\nurl: https://evil.example/", "Only a model is fetched")]
    [InlineData("type: model\nurl: http://example.com/model.yaml", "is no https address")]
    [InlineData("type: model\nurl: file:///etc/passwd", "is no https address")]
    [InlineData("type: model\nurl: https://example.com/m\nintegrity: sha256:12", "64 lower-case hexadecimal digits")]
    [InlineData("type: mautic\nconnection: m\nuse: read\nsettle: { unchanged: 0 }", "from 1 to 20")]
    [InlineData("type: mautic\nconnection: m\nuse: read\nconfirm: 1001", "from 0 to 1000")]
    [InlineData("type: mautic\nconnection: m\nuse: read\ntoken: secret", "has no key `token`")]
    [InlineData(
        "type: hubspot\nconnection: h\nlead: { run: y }\noutcome: { scores: { a: b } }",
        "needs `domain` here, a domain"
    )]
    [InlineData(
        "type: hubspot\nconnection: h\nlead: { domain: x }\noutcome: { scores: { a: b } }",
        "needs `run` here, a property of the platform"
    )]
    [InlineData(Replay + "canary: { score: fitt }", "`outcome.scores` has no `fitt`; did you mean `fit`?")]
    [InlineData(
        Replay + "settle: { wait: 5m, every: 5m, unchanged: 3, deadline: 14m }",
        "it has to be 15 minutes or more"
    )]
    [InlineData(
        "type: hubspot\nconnection: h\nlead: { domain: x, run: y }\noutcome: { scores: { fit: score_fit }, expect: [scor_fit] }",
        "`scor_fit` is none of the properties that `outcome` reads back; did you mean `score_fit`?"
    )]
    [InlineData(
        "type: hubspot\nconnection: h\nlead: { domain: x, run: y }\noutcome: { stage: { field: s, values: { marketing: MQL2 }, order: [Lead, MQL] } }",
        "`order` has no stage `MQL2`, which `values` names; did you mean `MQL`?"
    )]
    public void What_cannot_be_is_told(string target, string message)
    {
        var refused = Read(target).ShouldBeOfType<Parsed<Workspace>.Refused>();
        refused.Diagnostics.ShouldHaveSingleItem().Message.ShouldContain(message);
    }

    [Fact]
    public void Reading_writes_no_records_and_needs_neither_their_domain_nor_their_mark() =>
        Read("type: hubspot\nconnection: h\nuse: read\nlead: { fields: { jobTitle: jobtitle } }")
            .ShouldBeOfType<Parsed<Workspace>.Ok>()
            .Value.Target.Leads.Fields.ShouldHaveSingleItem();

    [Fact]
    public void Options_may_be_written_without_quotes() =>
        Read("type: mautic\nconnection: m\nuse: read\noptions: { cron: 5, draft: true, pace: '60' }")
            .ShouldBeOfType<Parsed<Workspace>.Ok>()
            .Value.Target.Options.ShouldBe([new("cron", "5"), new("draft", "true"), new("pace", "60")]);

    [Theory]
    [InlineData("sales: { stages: [SQL] }", "SG5105", "has no stage `SQL`")]
    [InlineData("tolerance: { fitt: 5 }", "SG5106", "has no `fitt`; did you mean `fit`?")]
    public void Of_a_replay_stages_and_scores_are_those_of_its_target(string beside, string code, string message)
    {
        var told = Read(Replay, beside).ShouldBeOfType<Parsed<Workspace>.Refused>().Diagnostics.ShouldHaveSingleItem();
        told.Code.ShouldBe(code);
        told.Message.ShouldContain(message);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() =>
        Read("type: marketo\nuse: replay\nconfirm: -1\ntimes: later")
            .ShouldBeOfType<Parsed<Workspace>.Refused>()
            .Diagnostics.Length.ShouldBe(5);

    private static Parsed<Workspace> Read(string? target, string beside = "")
    {
        var text =
            "scoreguard: 1\nname: Test\n"
            + (beside.Length == 0 ? "" : beside + "\n")
            + (
                target is null
                    ? ""
                    : "target:\n  " + target.Replace("\n", "\n  ", StringComparison.Ordinal).TrimEnd() + "\n"
            );
        var document = YamlDocument.Read("scoreguard.yaml", System.Text.Encoding.UTF8.GetBytes(text));
        return WorkspaceReader.Read(
            "scoreguard.yaml",
            document.ShouldBeOfType<Parsed<DocumentNode>.Ok>(document.ToString()).Value
        );
    }
}
