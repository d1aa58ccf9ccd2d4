using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ScoreGuard.Functions.Tests.Work;

/// <summary>Keeps the events that are logged, with their fields.</summary>
internal sealed class HeardLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(string Event, IReadOnlyList<KeyValuePair<string, object?>> Fields)> _heard =
        new();

    /// <summary>A field of every event of that name, in order.</summary>
    public IReadOnlyList<string> All(string name, string field) =>
        [
            .. _heard
                .Where(heard => heard.Event == name)
                .Select(heard => $"{heard.Fields.Single(known => known.Key == field).Value}"),
        ];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => _heard.Enqueue((eventId.Name ?? "", (IReadOnlyList<KeyValuePair<string, object?>>)(object)state!));

    public void Dispose()
    {
        // Nothing is held.
    }
}
