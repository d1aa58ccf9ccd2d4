using System.Text;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Storage.Tests.Contracts;

/// <summary>What every keeper of a run's files does.</summary>
public abstract class RunFilesContract
{
    private const string Run = "20260310T090000000Z-00000001";

    protected abstract IRunFiles Store { get; }

    [Fact]
    public async Task A_file_is_read_back_and_replaced_whole()
    {
        (await Store.FindAsync(Run, "report.html", default)).ShouldBeNull();
        await SaveAsync("a long first version");
        await SaveAsync("short");
        using var read = new StreamReader((await Store.FindAsync(Run, "report.html", default))!);
        (await read.ReadToEndAsync()).ShouldBe("short");
    }

    [Theory]
    [InlineData(Run, "../x")]
    [InlineData(Run, ".hidden")]
    [InlineData(Run, "")]
    [InlineData("..", "report.html")]
    public async Task A_name_that_could_lead_elsewhere_is_a_mistake(string run, string name)
    {
        await Should.ThrowAsync<ArgumentException>(async () => await Store.FindAsync(run, name, default));
        await Should.ThrowAsync<ArgumentException>(async () => await Store.SaveAsync(run, name, Stream.Null, default));
    }

    private Task SaveAsync(string text) =>
        Store.SaveAsync(Run, "report.html", new MemoryStream(Encoding.UTF8.GetBytes(text)), default);
}
