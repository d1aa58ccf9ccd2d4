using ScoreGuard.Domain.Runs;
using ScoreGuard.FakePlatforms;

namespace ScoreGuard.Application.Tests.Live;

/// <summary>A workspace whose leads are scored by a <see cref="SimulatedPlatform"/>.</summary>
internal sealed class LiveGuarded : IDisposable
{
    private const string Target = """
        target:
          type: hubspot
          connection: simulated
          lead: { domain: sg.invalid, run: sg_run, fields: { country: country } }
          signals:
            - { activity: click, as: event, name: click }
          outcome:
            scores: { behaviour: points }
            stage: { field: phase, values: { mql: MQL, lead: Inquiry }, order: [Inquiry, MQL] }
          settle: { wait: 1m, every: 1m, unchanged: 3, deadline: 20m }
          confirm: 10
        sales: { stages: [MQL] }
        """;

    /// <summary>What the platform does, in our own form.</summary>
    public const string Readable = """
        scoreguard: 1
        name: Simulated
        fields: { country: { type: text, synonyms: { DE: [Germany] } } }
        scores:
          behaviour:
            rules:
              - { id: german, when: { country: DE }, points: 20 }
              - { id: click, on: click, points: CLICK }
        lifecycle:
          start: Inquiry
          stages: [Inquiry, MQL]
          transitions: [ { id: mql, from: Inquiry, to: MQL, when: { score.behaviour: '>= 40' } } ]
        """;

    public LiveGuarded(string was = "", string now = "")
    {
        Time = new(new DateTimeOffset(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));
        Platform = new(Time);
        Guarded = new(was.Length == 0 ? Target : Target.Replace(was, now, StringComparison.Ordinal))
        {
            Time = Time,
            Targets = Platform,
        };
        Guarded.Write("leads.jsonl", Leads(14, 0));
    }

    public LeapingTime Time { get; }

    public SimulatedPlatform Platform { get; }

    public Guarded Guarded { get; }

    /// <summary>Every second lead is German; lead n clicks n modulo 4 times.</summary>
    public static string Leads(int count, int demos) =>
        string.Concat(
            Enumerable
                .Range(0, count)
                .Select(lead =>
                    $$"""{"id":"L{{lead:D3}}","createdAt":"2026-01-01","attributes":{"country":"{{(lead % 2 == 0 ? "Germany" : "US")}}"},"activities":[{{Activities(lead, demos)}}]}"""
                    + "\n"
                )
        );

    /// <summary>Leads frozen, outcomes of the platform as it is approved.</summary>
    public async Task<LiveGuarded> ApprovedAsync()
    {
        await Guarded.ApprovedAsync();
        Platform.Records.ShouldBe(0);
        return this;
    }

    public async Task<RunRecord> RunAsync()
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        return await Guarded.RunAsync();
    }

    public void Dispose() => Guarded.Dispose();

    private static string Activities(int lead, int demos)
    {
        var clicks = Enumerable.Range(0, lead % 4).Select(_ => """{"type":"click","at":"2026-01-02"}""");
        return string.Join(',', lead < demos ? clicks.Append("""{"type":"demo","at":"2026-01-03"}""") : clicks);
    }
}
