using System.Text;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Storage.Folder;

namespace ScoreGuard.Functions.Tests.Host;

public sealed class QueueCallTests : IDisposable
{
    private readonly GuardedFolder _guarded = new();
    private readonly FunctionsHostStandIn _host;

    public QueueCallTests() => _host = new(_guarded.Path, ServedApi.KeySettings);

    public void Dispose()
    {
        _host.Dispose();
        _guarded.Dispose();
    }

    [Theory]
    [InlineData("binary")]
    [InlineData("text")]
    public async Task A_step_is_taken_from_a_message_in_either_form(string form)
    {
        var (run, step) = await OrderedAsync();
        (await _host.InvokeAsync("RunsWork", Body(form, WorkMessage.Write(step)))).ShouldBe(HostJudgement.Succeeded);
        (await _host.GetAsync(run)).GetProperty("state").GetString().ShouldBe("running");
    }

    [Fact]
    public async Task What_a_message_puts_over_the_metadata_changes_nothing()
    {
        var (run, step) = await OrderedAsync();
        var message =
            """{"Id":"EVIL","PopReceipt":"EVIL","InsertionTime":"9999-12-31T00:00:00Z","DequeueCount":99,"sys":{"MethodName":"RunsPoison"},"ExpirationTime":[1],"""
            + Encoding.UTF8.GetString(WorkMessage.Write(step))[1..];
        (await _host.InvokeAsync("RunsWork", HostCalls.QueuedText(message))).ShouldBe(HostJudgement.Succeeded);
        (await _host.GetAsync(run)).GetProperty("state").GetString().ShouldBe("running");
        _host.Handler.All().ShouldNotContain("EVIL");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"workspace":"../small","run":"20260310T090000123Z-1a2b3c4d","step":"start","part":0}""")]
    [InlineData("""{"workspace":"small","run":"../../x","step":"start","part":0}""")]
    [InlineData("""{"workspace":"small","run":"20260310T090000123Z-1a2b3c4d","step":"format","part":0}""")]
    [InlineData("""{"workspace":"small","run":"20260310T090000123Z-1a2b3c4d","step":"replay","part":-1}""")]
    public async Task A_message_that_is_no_step_is_dropped_and_told_of_rather_than_tried_for_ever(string message)
    {
        await _host.ReadyAsync();
        foreach (var function in (string[])["RunsWork", "RunsPoison"])
        {
            foreach (var form in (string[])["binary", "text"])
            {
                (await _host.InvokeAsync(function, Body(form, Encoding.UTF8.GetBytes(message)))).ShouldBe(
                    HostJudgement.Succeeded,
                    $"{function}, {form}"
                );
            }
        }

        await _host.Handler.SaysAsync("\"event\":\"step.unreadable\"", times: 4);
    }

    [Theory]
    [InlineData("""{"Data":{"item":"\ud800"},"Metadata":{}}""")]
    [InlineData("""{"Data":{"item":"eyJ9"},"Metadata":{"InsertionTime":"\ud800"}}""")]
    [InlineData("""{"Data":{"item":"!!! no base64"},"Metadata":null}""")]
    [InlineData("""{"Data":{"item":7}}""")]
    [InlineData("""{"Data":{}}""")]
    [InlineData("{}")]
    public async Task A_call_whose_message_cannot_be_read_is_dropped(string body)
    {
        await _host.ReadyAsync();
        (await _host.InvokeAsync("RunsWork", body)).ShouldBe(HostJudgement.Succeeded);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\u0000")]
    public async Task A_call_that_is_no_object_of_JSON_fails_and_the_handler_lives(string body)
    {
        await _host.ReadyAsync();
        (await _host.InvokeAsync("RunsWork", body)).ShouldBe(HostJudgement.Failed);
        (await _host.InvokeAsync("RunsWork", "{}")).ShouldBe(HostJudgement.Succeeded);
    }

    [Fact]
    public async Task A_call_larger_than_any_message_fails()
    {
        await _host.ReadyAsync();
        var body = HostCalls.Queued(new byte[2 << 20]);
        (await _host.InvokeAsync("RunsWork", body)).ShouldBe(HostJudgement.Failed);
    }

    [Fact]
    public async Task A_step_of_a_workspace_that_is_gone_succeeds_with_nothing_done()
    {
        await _host.ReadyAsync();
        var step = new WorkItem("gone", "20260310T090000123Z-1a2b3c4d", WorkStep.Conclude);
        (await _host.InvokeAsync("RunsWork", HostCalls.Queued(WorkMessage.Write(step)))).ShouldBe(
            HostJudgement.Succeeded
        );
        (await _host.InvokeAsync("RunsPoison", HostCalls.Queued(WorkMessage.Write(step)))).ShouldBe(
            HostJudgement.Succeeded
        );
    }

    [Fact]
    public async Task A_poisoned_step_ends_its_run_as_broken_and_says_why()
    {
        var (run, step) = await OrderedAsync();
        (await _host.InvokeAsync("RunsPoison", HostCalls.Queued(WorkMessage.Write(step)))).ShouldBe(
            HostJudgement.Succeeded
        );
        var ended = await _host.GetAsync(run);
        ended.GetProperty("verdict").GetString().ShouldBe("broken");
        ended
            .GetProperty("diagnostics")[0]
            .GetProperty("message")
            .GetString()!
            .ShouldStartWith("The step `Start` failed again and again.");
    }

    [Fact]
    public async Task A_run_that_a_wrong_model_breaks_says_where_in_which_file()
    {
        _guarded.BreakModel();
        var (run, _) = await OrderedAsync();
        await _host.DrainAsync(new Random(5));
        var ended = await _host.GetAsync(run);
        ended.GetProperty("verdict").GetString().ShouldBe("broken");
        var told = ended.GetProperty("diagnostics")[0];
        told.GetProperty("file").GetString()!.ShouldEndWith("model.yaml");
        told.GetProperty("line").GetInt32().ShouldBe(5);
        told.GetProperty("column").GetInt32().ShouldBe(41);
        told.GetProperty("path").GetString().ShouldBe("scores.fit.rules[0].when.land");
    }

    [Fact]
    public async Task A_step_delivered_after_its_run_ended_moves_nothing()
    {
        var (run, step) = await OrderedAsync();
        await _host.DrainAsync(new Random(5));
        var ended = (await _host.GetAsync(run)).GetRawText();
        foreach (var late in (WorkStep[])[WorkStep.Start, WorkStep.Replay, WorkStep.Conclude])
        {
            var body = HostCalls.Queued(WorkMessage.Write(step with { Step = late }), dequeueCount: 4);
            (await _host.InvokeAsync("RunsWork", body)).ShouldBe(HostJudgement.Succeeded);
            (await _host.InvokeAsync("RunsPoison", body)).ShouldBe(HostJudgement.Succeeded);
        }

        (await _host.GetAsync(run)).GetRawText().ShouldBe(ended);
        new FolderWorkQueue(Path.Combine(_guarded.Path, FolderWorkQueue.FolderName), TimeProvider.System)
            .Count()
            .ShouldBe(0);
    }

    private static string Body(string form, byte[] message) =>
        form == "binary" ? HostCalls.Queued(message) : HostCalls.QueuedText(Encoding.UTF8.GetString(message));

    private async Task<(string Run, WorkItem Step)> OrderedAsync()
    {
        await _host.ReadyAsync();
        var run = await _host.OrderAsync("because");
        return (run, new(GuardedFolder.Name, run[(run.LastIndexOf('.') + 1)..], WorkStep.Start));
    }
}
