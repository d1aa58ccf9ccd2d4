using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Platforms;

/// <summary>Everything that a platform's adapter is made from.</summary>
/// <param name="Run">The run's mark, for its budget.</param>
/// <param name="Wire">What sends requests; the adapter does not dispose it. Null: one that all share, follows no redirect and keeps no cookie.</param>
public sealed record TargetSetting(
    TargetDefinition Definition,
    string Run,
    Connections Connections,
    ICallLedger Ledger,
    TimeProvider Time,
    HttpMessageHandler? Wire = null
)
{
    /// <summary>One for the process: connections are kept and used again, however many adapters come and go.</summary>
    private static readonly SocketsHttpHandler Shared = new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
    };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    /// <summary>Longer answers are refused.</summary>
    private const int LongestAnswer = 32 * 1024 * 1024;

    /// <summary>What sends requests.</summary>
    public HttpMessageHandler Sender => Wire ?? Shared;

    public string Connection => Definition.Connection ?? "";

    /// <summary>Everything that is wrong with the workspace where it stands there.</summary>
    internal Parsed<T> Locate<T>(Parsed<T> opened) =>
        opened is Parsed<T>.Refused refused
            ? new Parsed<T>.Refused([.. refused.Diagnostics.Select(Definition.Places.Locate)])
            : opened;

    /// <summary>Requests are relative to <paramref name="url"/>; nothing is ever sent to where an answer points.</summary>
    public HttpClient NewHttp(Uri url) =>
        new(Sender, disposeHandler: false)
        {
            BaseAddress = url,
            Timeout = Patience,
            MaxResponseContentBufferSize = LongestAnswer,
        };

    public CallMeter NewMeter(CallPace pace) =>
        new(
            pace,
            new(Run, Connection, Definition.Discipline.CallsPerRun, Definition.Discipline.CallsPerDay),
            Ledger,
            Time
        );
}
