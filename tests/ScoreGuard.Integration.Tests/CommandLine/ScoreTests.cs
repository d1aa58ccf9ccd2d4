namespace ScoreGuard.Integration.Tests.CommandLine;

public sealed class ScoreTests
{
    [Fact]
    public async Task Outcomes_are_the_same_on_the_output_and_in_a_file()
    {
        using var guarded = new GuardedFolder();
        var shown = await ScoreAsync(guarded);
        shown.ExitCode.ShouldBe(0);
        shown.Output.Split('\n').Length.ShouldBe(61);
        shown.Output.ShouldStartWith(
            "{\"lead\":\"L000000\",\"scores\":{\"total\":0},\"stage\":\"Inquiry\",\"history\":[{\"stage\":\"Inquiry\",\"at\":\"2026-01-01T00:00:00Z\"}]}\n"
        );
        var written = await ScoreAsync(
            guarded,
            "--out",
            guarded.In("outcomes.jsonl"),
            "--trace",
            guarded.In("trace.jsonl")
        );
        written.Output.ShouldBeEmpty();
        (await File.ReadAllTextAsync(guarded.In("outcomes.jsonl"))).ShouldBe(shown.Output);
        (await File.ReadAllLinesAsync(guarded.In("trace.jsonl"))).Length.ShouldBe(60);
    }

    [Fact]
    public async Task Leads_with_an_error_are_refused_whole_and_leave_an_earlier_file_as_it_was()
    {
        using var guarded = new GuardedFolder();
        await File.AppendAllTextAsync(
            guarded.In("leads.jsonl"),
            "{\"id\":\"L000001\",\"createdAt\":\"2026-01-01\"}\n{\"id\":\"cut\",\"crea"
        );
        guarded.Write("outcomes.jsonl", "earlier");
        var shown = await ScoreAsync(guarded);
        shown.ExitCode.ShouldBe(1);
        shown.Output.ShouldBeEmpty();
        shown.Error.ShouldContain("leads.jsonl:61:1: error SG2007");
        shown.Error.ShouldContain("leads.jsonl:62:");
        (await ScoreAsync(guarded, "--out", guarded.In("outcomes.jsonl"))).ExitCode.ShouldBe(1);
        (await File.ReadAllTextAsync(guarded.In("outcomes.jsonl"))).ShouldBe("earlier");
        Directory.GetFiles(guarded.Path, "*.tmp").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_spooled_on_the_way_to_the_output_leaves_nothing_behind()
    {
        using var guarded = new GuardedFolder();
        var temporary = Directory.CreateDirectory(guarded.In("temporary")).FullName;
        (await ScoreGuardProcess.RunAsync(temporary, Arguments(guarded))).ExitCode.ShouldBe(0);
        Directory.GetFiles(temporary).ShouldBeEmpty();
        Directory.Delete(temporary);
        var nowhere = await ScoreGuardProcess.RunAsync(temporary, Arguments(guarded));
        nowhere.ExitCode.ShouldBe(1);
        nowhere.Output.ShouldBeEmpty();
    }

    private static Task<Ended> ScoreAsync(GuardedFolder guarded, params string[] more) =>
        ScoreGuardProcess.RunAsync(Arguments(guarded, more));

    private static string[] Arguments(GuardedFolder guarded, params string[] more) =>
        [
            "score",
            "--model",
            guarded.In("model.yaml"),
            "--leads",
            guarded.In("leads.jsonl"),
            "--as-of",
            "2026-02-01",
            .. more,
        ];
}
