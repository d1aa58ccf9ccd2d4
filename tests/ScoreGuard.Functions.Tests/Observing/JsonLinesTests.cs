using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Functions.Observing;

namespace ScoreGuard.Functions.Tests.Observing;

public sealed class JsonLinesTests
{
    [Fact]
    public void An_entry_is_one_line_of_flat_JSON_with_a_stable_name()
    {
        var entry = Entry(log => Events.Ordered(log, "gitlab", "20260310T090000123Z-1a2b3c4d", joined: true));
        entry.GetProperty("event").GetString().ShouldBe("run.ordered");
        entry.GetProperty("eventId").GetInt32().ShouldBe(10);
        entry.GetProperty("level").GetString().ShouldBe("Information");
        entry.GetProperty("workspace").GetString().ShouldBe("gitlab");
        entry.GetProperty("joined").GetBoolean().ShouldBeTrue();
        entry.GetProperty("at").GetDateTimeOffset().ShouldBe(DateTimeOffset.UnixEpoch);
        entry
            .GetProperty("message")
            .GetString()
            .ShouldBe("gitlab: run 20260310T090000123Z-1a2b3c4d was ordered; joined True.");
    }

    [Fact]
    public void No_text_can_begin_another_line_or_another_entry()
    {
        var property = Prop.ForAll(
            Gen.OneOf(
                    ArbMap.Default.GeneratorFor<string>().Where(text => text is not null),
                    Gen.Elements(
                        "\n",
                        "\r\n",
                        "\u2028",
                        "\u2029",
                        "\u0085",
                        "\v\f",
                        "\"}\n{\"event\":\"heartbeat\"",
                        "\ud800",
                        "\0"
                    )
                )
                .ToArbitrary(),
            text =>
            {
                var entry = Entry(log => Events.OrderRefused(log, "gitlab", text));
                entry.GetProperty("event").GetString().ShouldBe("run.refused");
                entry
                    .EnumerateObject()
                    .ShouldAllBe(field =>
                        field.Value.ValueKind != JsonValueKind.Object && field.Value.ValueKind != JsonValueKind.Array
                    );
            }
        );
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260310, 1), property);
    }

    [Fact]
    public void An_exception_is_told_by_its_kind_and_not_by_a_text_that_may_hold_what_must_not_be_logged()
    {
        var entry = Entry(log => Log(log, new InvalidOperationException("ann@example.com")));
        entry.GetRawText().ShouldNotContain("ann@example.com");
        entry.GetProperty("fault").GetString()!.ShouldStartWith("InvalidOperationException");
        Entry(log => Log(log, new StorageFault("read", "runs", null)))
            .GetProperty("fault")
            .GetString()
            .ShouldBe("Could not read runs: refused.");
    }

    private static void Log(ILogger log, Exception fault) => log.LogError(fault, "It failed");

    private static JsonElement Entry(Action<ILogger> log)
    {
        var writer = new StringWriter();
        log(new Formatted(new JsonLines(new Stopped()), writer));
        var text = writer.ToString();
        text.EndsWith('\n').ShouldBeTrue();
        var line = text.TrimEnd('\r', '\n');
        line.ShouldAllBe(unit => unit >= ' ' && unit != '\u0085' && unit != '\u2028' && unit != '\u2029');
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }

    private sealed class Formatted(JsonLines lines, TextWriter writer) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Write(new LogEntry<TState>(logLevel, "Test", eventId, state, exception, formatter), null, writer);
    }

    private sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
