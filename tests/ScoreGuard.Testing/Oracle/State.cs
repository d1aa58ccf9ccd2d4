using System.Numerics;
using System.Text.Json;

namespace ScoreGuard.Testing.Oracle;

/// <summary>A ledger entry; <paramref name="Rule"/> is absent for the entry of a stage reset.</summary>
internal sealed record Entry(JsonElement? Rule, long At, BigInteger Thousandths)
{
    public string? RuleId { get; } = Rule?.Text("id");
}

/// <summary>What a limit remembers.</summary>
internal sealed record Firing(string Rule, long At, BigInteger Thousandths);

internal sealed record Visit(string Stage, long At, string? By);

internal sealed record Route(long At, string Stage, string To, string? By, long? AlertDue);

internal sealed record Note(long At, string Field, string Expected);

internal sealed class Promise(JsonElement sla, long at, long due)
{
    public JsonElement Sla => sla;
    public long At { get; set; } = at;
    public long Due { get; set; } = due;
    public long? LeftAt { get; set; }
}

/// <summary>Everything that is known of one lead at one moment of the replay.</summary>
internal sealed class State(Lead lead)
{
    public Lead Lead => lead;
    public long Now { get; set; } = lead.CreatedAt;
    public Dictionary<string, JsonElement> Attributes { get; } = new(lead.Attributes, StringComparer.Ordinal);

    /// <summary>The activities that the clock has processed, the current one last.</summary>
    public List<Activity> Processed { get; } = [];

    public Dictionary<string, List<Entry>> Ledgers { get; } = new(StringComparer.Ordinal);
    public List<Firing> Firings { get; } = [];

    /// <summary>Attribute rules whose <c>when</c> was true at the end of a step.</summary>
    public HashSet<string> TrueAtAnEnd { get; } = new(StringComparer.Ordinal);

    public List<Visit> History { get; } = [];
    public List<Route> Routes { get; } = [];
    public List<Promise> Promises { get; } = [];
    public List<Note> Notes { get; } = [];

    /// <summary>The instant of a settle that did not end.</summary>
    public long? LoopedAt { get; set; }

    public string? Stage => History.Count == 0 ? null : History[^1].Stage;

    public List<Entry> Ledger(string dimension) =>
        Ledgers.TryGetValue(dimension, out var ledger) ? ledger : Ledgers[dimension] = [];
}
