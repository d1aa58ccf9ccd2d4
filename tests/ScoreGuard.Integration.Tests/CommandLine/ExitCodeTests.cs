namespace ScoreGuard.Integration.Tests.CommandLine;

public sealed class ExitCodeTests
{
    [Fact]
    public async Task The_story_of_a_workspace_ends_each_time_with_the_code_that_scripts_rely_on()
    {
        using var guarded = new GuardedFolder();
        (await ScoreGuardProcess.RunAsync("run", guarded.Path)).ExitCode.ShouldBe(4);
        (await ScoreGuardProcess.RunAsync("generate", guarded.Path)).ExitCode.ShouldBe(0);
        var first = await ScoreGuardProcess.RunAsync("run", guarded.Path, "--out", guarded.In("out"));
        first.ExitCode.ShouldBe(3);
        first.All.ShouldContain($"Outcomes of 60 of 60 leads: {guarded.In("out/outcomes.csv")}");
        (await File.ReadAllLinesAsync(guarded.In("out/outcomes.csv"))).Length.ShouldBe(61);
        (await ScoreGuardProcess.RunAsync("decide", "latest", guarded.Path, "--accept-all")).ExitCode.ShouldBe(1);
        (
            await ScoreGuardProcess.RunAsync("decide", "latest", guarded.Path, "--accept-all", "--reason", "ok")
        ).ExitCode.ShouldBe(0);
        (await ScoreGuardProcess.RunAsync("run", guarded.Path)).ExitCode.ShouldBe(0);
        guarded.EditModel("'>= 30'", "'>= 20'");
        var drift = await ScoreGuardProcess.RunAsync("run", guarded.Path, "--out", guarded.In("out"));
        drift.ExitCode.ShouldBe(2);
        drift.All.ShouldContain("drift: MQL +10 / −0 of 60 leads; 0 changed otherwise, 50 unchanged");
        drift.All.ShouldNotContain('\u001b');
        // The outcomes of the first run would pass for those of this one.
        Directory
            .GetFiles(guarded.In("out"))
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["drift.csv", "junit.xml", "report.html", "report.json", "summary.md"]);
        (await File.ReadAllLinesAsync(guarded.In("out/drift.csv"))).Length.ShouldBe(11);
        guarded.EditModel("points: 10", "pionts: 10");
        var broken = await ScoreGuardProcess.RunAsync("run", guarded.Path);
        broken.ExitCode.ShouldBe(4);
        broken.All.ShouldContain("model.yaml:3:");
        broken.All.ShouldContain("did you mean `points`");
        (await ScoreGuardProcess.RunAsync("validate", guarded.Path)).ExitCode.ShouldBe(1);
        var history = await ScoreGuardProcess.RunAsync("history", guarded.Path);
        history.ExitCode.ShouldBe(0);
        history.Output.Split('\n').Count(line => line.Contains("  run  ", StringComparison.Ordinal)).ShouldBe(5);
    }

    [Fact]
    public async Task The_commands_that_a_run_prints_name_its_workspace_as_a_shell_reads_it()
    {
        using var guarded = new GuardedFolder(leads: 1);
        var folder = guarded.In("Sales' guard");
        Directory.CreateDirectory(folder);
        foreach (var name in (string[])["scoreguard.yaml", "model.yaml", "leads.jsonl"])
        {
            File.Copy(guarded.In(name), Path.Combine(folder, name));
        }

        await ScoreGuardProcess.RunAsync("generate", folder);
        var run = await ScoreGuardProcess.RunAsync("run", folder);
        run.All.ShouldContain("no-baseline: Nothing approved to compare with yet: 1 lead replayed, 0 reach MQL");
        run.All.ShouldContain($" '{folder.Replace("'", "'\\''", StringComparison.Ordinal)}' --accept-all --reason");
        (
            await ScoreGuardProcess.RunAsync("decide", "latest", folder, "--accept-all", "--reason", "ok")
        ).ExitCode.ShouldBe(0);
        (await ScoreGuardProcess.RunAsync("run", folder)).All.ShouldContain("passed: The only lead ends as approved");
    }

    [Fact]
    public async Task Names_and_reasons_from_outside_begin_no_line_and_command_no_terminal()
    {
        using var guarded = new GuardedFolder();
        const string stage = "\"MQL\\npassed: forged\\e[31m\\u202e\"";
        guarded.EditModel("[Inquiry, MQL]", $"[Inquiry, {stage}]");
        guarded.EditModel("to: MQL", $"to: {stage}");
        guarded.Write(
            "scoreguard.yaml",
            $"scoreguard: 1\nname: Test\nleads: leads.jsonl\nasOf: 2026-02-01\nsales: {{ stages: [{stage}] }}\n"
        );
        await ScoreGuardProcess.RunAsync("generate", guarded.Path);
        var said = (await ScoreGuardProcess.RunAsync("run", guarded.Path)).All;
        await ScoreGuardProcess.RunAsync(
            "decide",
            "latest",
            guarded.Path,
            "--accept-all",
            "--reason",
            "x\npassed: \u001b"
        );
        said += (await ScoreGuardProcess.RunAsync("history", guarded.Path)).All;
        said.ShouldContain("MQL\uFFFDpassed: forged");
        said.ShouldContain("x\uFFFDpassed: ");
        said.Split('\n').ShouldNotContain(line => line.StartsWith("passed", StringComparison.Ordinal));
        said.ShouldNotContain('\u001b');
        said.ShouldNotContain('\u202e');
    }

    [Fact]
    public async Task Bad_input_is_told_in_a_sentence_and_never_as_a_stack_trace()
    {
        using var guarded = new GuardedFolder();
        foreach (
            var arguments in (string[][])
                [
                    ["run", guarded.In("nowhere")],
                    ["report", "../../x", guarded.Path],
                    ["decide", "latest", guarded.Path, "--accept-all", "--reason", "x"],
                    [
                        "score",
                        "--model",
                        guarded.In("none"),
                        "--leads",
                        guarded.In("leads.jsonl"),
                        "--as-of",
                        "2026-02-01",
                    ],
                    [
                        "score",
                        "--model",
                        guarded.In("model.yaml"),
                        "--leads",
                        guarded.In("leads.jsonl"),
                        "--as-of",
                        "soon",
                    ],
                    ["review", "latest", guarded.Path],
                    ["diff", guarded.In("none"), guarded.In("model.yaml")],
                    ["demo", guarded.Path],
                    ["init", guarded.Path],
                    ["frobnicate"],
                ]
        )
        {
            var ended = await ScoreGuardProcess.RunAsync(arguments);
            ended.ExitCode.ShouldBe(1, string.Join(' ', arguments));
            ended.Error.ShouldNotBeEmpty();
            ended.All.ShouldNotContain("   at ScoreGuard");
        }
    }

    [Theory]
    [InlineData("run --dryrun", "error: scoreguard run has no option `--dryrun`; did you mean `--dry-run`?", "run")]
    [InlineData("run . --dryrun", "error: scoreguard run has no option `--dryrun`; did you mean `--dry-run`?", "run")]
    [InlineData("run --dryrun .", "error: scoreguard run has no option `--dryrun`; did you mean `--dry-run`?", "run")]
    [InlineData("run . more", "error: scoreguard run has no further argument `more`.", "run")]
    [InlineData("rnu .", "error: scoreguard has no command `rnu`; did you mean `run`?", "")]
    [InlineData("run --out", "error: Required argument missing for option: '--out'.", "run")]
    public async Task A_command_line_that_nobody_understands_is_told_of_in_two_lines(
        string typed,
        string told,
        string command
    )
    {
        var ended = await ScoreGuardProcess.RunAsync(typed.Split(' '));
        ended.ExitCode.ShouldBe(1);
        ended.Output.ShouldBeEmpty();
        ended
            .Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ShouldBe([
                told,
                $"`scoreguard {command} --help` says what it takes.".Replace("  ", " ", StringComparison.Ordinal),
            ]);
    }

    [Fact]
    public async Task Why_a_run_could_not_judge_stands_beside_its_verdict_and_a_dry_run_ends_alike()
    {
        using var guarded = new GuardedFolder(leads: 0);
        var folder = guarded.In("guard");
        await ScoreGuardProcess.RunAsync("init", folder, "--target", "marketo");
        await ScoreGuardProcess.RunAsync("generate", folder);
        var broken = await ScoreGuardProcess.RunAsync("run", folder);
        broken.ExitCode.ShouldBe(4, broken.All);
        broken.Error.ShouldBeEmpty();
        foreach (var setting in (string[])["URL", "CLIENT_ID", "CLIENT_SECRET"])
        {
            broken.Output.ShouldContain($"  settings: error SG5506: Set `SCOREGUARD_CONNECTION_MARKETO_{setting}`");
        }

        (await ScoreGuardProcess.RunAsync("run", folder, "--dry-run")).ExitCode.ShouldBe(4);
        (await ScoreGuardProcess.RunAsync("run", guarded.Path, "--dry-run")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Help_shows_examples()
    {
        foreach (
            var command in (string[])
                [
                    "demo",
                    "init",
                    "validate",
                    "generate",
                    "score",
                    "run",
                    "preview",
                    "diff",
                    "decide",
                    "review",
                    "history",
                    "report",
                ]
        )
        {
            var help = await ScoreGuardProcess.RunAsync(command, "--help");
            help.ExitCode.ShouldBe(0);
            help.Output.ShouldContain($"Examples:{Environment.NewLine}  scoreguard {command}");
        }
    }
}
