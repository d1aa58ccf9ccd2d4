using System.Collections.Immutable;
using System.Globalization;
using ScoreGuard.Application.Live;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Targets.Model;

namespace ScoreGuard.Application.Tests.Live;

/// <summary>
/// A platform in memory that gives 20 points for the country DE and 10 for every click, late, and makes an MQL of who has
/// 40. Signals are not idempotent: one that is sent twice scores twice.
/// </summary>
internal sealed class SimulatedPlatform(TimeProvider time) : ITargets
{
    private readonly Dictionary<string, Held> _records = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>Between what happens and the score that shows it.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMinutes(2);

    public decimal PerClick { get; set; } = 10;

    /// <summary>Its scoring in our form, with CLICK for the points of a click; null: it cannot be read.</summary>
    public string? Readable { get; set; }

    public ImmutableArray<CarriedPart> Carried { get; set; } = [];

    public bool GivesOwners { get; set; }

    public bool IsIdle { get; set; }

    /// <summary>Whether deleting a record does nothing.</summary>
    public Func<string, bool> Keeps { get; set; } = _ => false;

    /// <summary>Told of every call before and after it is done; what it throws comes out of the call.</summary>
    public Action<string, bool> Around { get; set; } = (_, _) => { };

    /// <summary>Whether this row of a call is refused, this once.</summary>
    public Func<string, bool> Refuses { get; set; } = _ => false;

    /// <summary>Whether a lead is refused for good.</summary>
    public Func<string, bool> Rejects { get; set; } = _ => false;

    /// <summary>What a record shows in the place of its points; null: those.</summary>
    public Func<string, string?> Shows { get; set; } = _ => null;

    /// <summary>The points that a record shows beside what it earned.</summary>
    public Func<string, decimal> Extra { get; set; } = _ => 0;

    /// <summary>Names of the properties that signals gave.</summary>
    public List<string> Changed { get; } = [];

    public int Records => _records.Count;

    public int Created { get; private set; }

    public int Signals { get; private set; }

    public IEnumerable<string> Addresses => _records.Values.Select(held => held.Address);

    /// <summary>Records by the run's mark.</summary>
    public IEnumerable<string> Marks => _records.Values.Select(held => held.Run);

    public Parsed<ITarget> Open(TargetDefinition definition, string run, ICallLedger ledger) =>
        new Parsed<ITarget>.Ok(new Door(this), []);

    public string Place { get; set; } = "here";

    public string PlaceOf(TargetDefinition definition) => Place;

    public Parsed<IScoringService> OpenService(TargetDefinition definition, string run, ICallLedger ledger) =>
        throw new NotSupportedException("It is a platform.");

    public Parsed<ModelFetch> OpenModel(TargetDefinition definition, string run, ICallLedger ledger) =>
        throw new NotSupportedException("It is a platform.");

    private sealed class Held
    {
        public required string Address { get; init; }

        public required string Run { get; init; }

        public required bool IsGerman { get; init; }

        /// <summary>When each click came.</summary>
        public List<DateTimeOffset> Clicks { get; } = [];

        public required DateTimeOffset CreatedAt { get; init; }
    }

    private async Task<T> CallAsync<T>(string what, Func<T> act)
    {
        await Task.Yield();
        Around(what, false);
        var done = act();
        Around(what, true);
        return done;
    }

    private string Create(TargetRecord record)
    {
        foreach (var (id, held) in _records)
        {
            if (held.Address == record.Address)
            {
                return id;
            }
        }

        Created++;
        var made = $"r{++_next}";
        _records[made] = new()
        {
            Address = record.Address,
            Run = record.Run,
            IsGerman = record.Properties.Any(property => property is { Name: "country", Value: "Germany" }),
            CreatedAt = time.GetUtcNow(),
        };
        return made;
    }

    private Observation Observe(string id)
    {
        var held = _records[id];
        var seen = time.GetUtcNow() - Delay;
        var isScored = !IsIdle && held.CreatedAt <= seen;
        var score = (held.IsGerman ? 20 : 0) + (PerClick * held.Clicks.Count(at => at <= seen)) + Extra(held.Address);
        return new(
            id,
            ImmutableDictionary<string, string?>
                .Empty.Add(
                    "points",
                    isScored ? Shows(held.Address) ?? score.ToString(CultureInfo.InvariantCulture) : null
                )
                .Add("phase", isScored && score >= 40 ? "mql" : "lead")
        );
    }

    private sealed class Door(SimulatedPlatform platform) : ITarget
    {
        public TargetCapabilities Capabilities { get; } =
            new(
                "Simulated",
                [],
                [],
                [new(SignalKind.Event, BackDated: true, ""), new(SignalKind.Update, BackDated: false, "")],
                7,
                TimeSpan.FromMinutes(1)
            );

        public Task<ConfigurationSnapshot?> FindConfigurationAsync(CancellationToken cancellationToken) =>
            Task.FromResult<ConfigurationSnapshot?>(
                new(
                    $"{{\"perClick\":{platform.PerClick}}}",
                    $"{platform.PerClick} a click",
                    platform.Readable?.Replace("CLICK", $"{platform.PerClick}", StringComparison.Ordinal),
                    platform.Carried
                )
            );

        public Task<ImmutableArray<RecordResult>> CreateAsync(
            ImmutableArray<TargetRecord> records,
            CancellationToken cancellationToken
        ) =>
            platform.CallAsync(
                "create",
                () =>
                    records
                        .Select(record =>
                            platform.Rejects(record.Case) ? RecordResult.Rejected("never")
                            : platform.Refuses(record.Case) ? RecordResult.Refused("busy")
                            : RecordResult.Of(platform.Create(record))
                        )
                        .ToImmutableArray()
            );

        public Task<ImmutableArray<RecordResult>> SignalAsync(
            ImmutableArray<TargetSignal> signals,
            CancellationToken cancellationToken
        ) => platform.CallAsync("signal", () => signals.Select(signal => Signal(signal)).ToImmutableArray());

        public Task<ImmutableArray<Observation>> ObserveAsync(
            ImmutableArray<string> records,
            CancellationToken cancellationToken
        ) =>
            platform.CallAsync(
                "observe",
                () => records.Where(platform._records.ContainsKey).Select(platform.Observe).ToImmutableArray()
            );

        public Task<ImmutableArray<string>> FindBreachesAsync(string record, CancellationToken cancellationToken) =>
            platform.CallAsync<ImmutableArray<string>>(
                "breaches",
                () => platform.GivesOwners ? ["was given the owner 17"] : []
            );

        public Task<ImmutableArray<LeftRecord>> ListAsync(string? run, CancellationToken cancellationToken) =>
            platform.CallAsync(
                "list",
                () =>
                    platform
                        ._records.Where(entry => run is null || entry.Value.Run == run)
                        .Select(entry => new LeftRecord(entry.Key, entry.Value.Run))
                        .ToImmutableArray()
            );

        public Task DeleteAsync(ImmutableArray<string> records, CancellationToken cancellationToken) =>
            platform.CallAsync(
                "delete",
                () =>
                {
                    foreach (var record in records.Where(record => !platform.Keeps(record)))
                    {
                        platform._records.Remove(record);
                    }

                    return 0;
                }
            );

        public ImmutableArray<PlannedCalls> Plan(PlannedWork work) =>
            [
                new("create records", Batches(work.Records)),
                new("send signals", work.Signals.Sum(signals => signals.Batches)),
                new("look", work.Looks * Batches(work.Records)),
            ];

        private int Batches(int records) => (records + Capabilities.BatchSize - 1) / Capabilities.BatchSize;

        private RecordResult Signal(TargetSignal signal)
        {
            if (platform.Refuses(signal.Record))
            {
                return RecordResult.Refused("busy");
            }

            if (!platform._records.TryGetValue(signal.Record, out var held))
            {
                throw new TargetFault(TargetFaultKind.Setup, "There is no such record.");
            }

            platform.Signals++;
            platform.Changed.AddRange(signal.Properties.Select(property => property.Name));
            if (signal.Kind == SignalKind.Update)
            {
                return RecordResult.Of(signal.Record);
            }

            held.Clicks.Add(platform.Now);
            return RecordResult.Of(signal.Record);
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();
}
