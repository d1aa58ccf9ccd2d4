using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Drift.Traits;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Domain.Reports;

/// <summary>Everything that a report says, once; its forms (HTML, JSON, CSV, JUnit, Markdown) only spell it.</summary>
/// <remarks>All counts are exact. <see cref="Counts"/>: gained + lost + changed otherwise + unchanged = leads.</remarks>
/// <param name="Headline">The verdict in one sentence, for a subject line: "MQL +37 / −12 of 1,000 leads".</param>
/// <param name="Actions">Who has to do what, one sentence each; empty where nobody has to.</param>
/// <param name="Baseline">Null: there is none.</param>
/// <param name="Leads">The gravest changes, at most as many as the workspace's report limit; the CSV has all.</param>
/// <param name="Diagnostics">Why a run is broken; warnings otherwise.</param>
public sealed record RunReport(
    RunIdentity Run,
    Verdict Verdict,
    string Headline,
    ImmutableArray<string> Actions,
    BaselineIdentity? Baseline,
    DriftCounts Counts,
    SalesLine? Sales,
    ImmutableArray<Transfer> Stages,
    ImmutableArray<ScoreDistribution> Scores,
    ImmutableArray<Transfer> Routes,
    ImmutableArray<RuleMovement> Rules,
    ImmutableArray<EditWords> Edits,
    ImmutableArray<Cause> Causes,
    ImmutableArray<LeadChange> Leads,
    ImmutableArray<Diagnostic> Diagnostics
)
{
    /// <summary>What to type next, most useful first: how to approve a first baseline, accept a cause, run again. May be empty.</summary>
    public ImmutableArray<CommandHint> Commands { get; init; } = [];

    /// <summary>What all changed leads have in common, as <see cref="Cause.Common"/>.</summary>
    public ImmutableArray<CommonTrait> Common { get; init; } = [];

    /// <summary>For each dimension, leads that carry another label than before; on a first run every lead, from "".</summary>
    public ImmutableArray<LabelTransfers> Labels { get; init; } = [];

    /// <summary>Where most of the leads went that changed; null: no stage and no label did.</summary>
    public LeadMove? MostMoved { get; init; }

    /// <summary>The outcomes that can be looked through in <c>outcomes.csv</c>; null: there is no such file.</summary>
    public ListedOutcomes? Listed { get; init; }

    /// <summary>Null: a model file scored the leads.</summary>
    public TargetFacts? Target { get; init; }

    /// <summary>What there is to say about the target, a sentence each.</summary>
    public ImmutableArray<string> TargetWords { get; init; } = [];
}

/// <param name="Kind"><c>run</c> or <c>preview</c>.</param>
/// <param name="Reason">Why it was started, as the user said; hostile text.</param>
/// <param name="EngineVersion">Changes when the same model and leads may give other bytes.</param>
public sealed record RunIdentity(
    string Id,
    string Workspace,
    string Kind,
    string Reason,
    Instant StartedAt,
    Instant FinishedAt,
    string ModelName,
    string ModelHash,
    string LeadSetHash,
    Instant AsOf,
    string EngineVersion,
    string OutcomesRoot
);

/// <param name="Version">From 1, one more with each promotion.</param>
/// <param name="Root">Digest over the digests of its outcome shards.</param>
public sealed record BaselineIdentity(
    int Version,
    string Root,
    string ModelHash,
    string LeadSetHash,
    Instant ApprovedAt,
    string ApprovedBy,
    string Reason
);

/// <summary>Gained + Lost + ChangedOtherwise + Unchanged = Leads. Leads is the union of baseline and replay.</summary>
/// <param name="ByKind">Every kind with at least one lead, gravest first; sums to Leads − Unchanged.</param>
public sealed record DriftCounts(
    long Leads,
    long Gained,
    long Lost,
    long ChangedOtherwise,
    long Unchanged,
    ImmutableArray<CountOf<ChangeKind>> ByKind
);

/// <summary>How many leads reach Sales, which is: enter one of <paramref name="Stages"/> at least once.</summary>
public sealed record SalesLine(ImmutableArray<string> Stages, long Before, long After, long Gained, long Lost);

/// <summary>A cell of a before × after matrix of final stages, or of last routes; "" stands for none.</summary>
public readonly record struct Transfer(string Before, string After, long Leads);

/// <summary>Leads that carry another label of a dimension than before; "" stands for none.</summary>
/// <param name="Moves">Those of most leads first; leads whose label stayed are in none.</param>
public sealed record LabelTransfers(string Dimension, ImmutableArray<Transfer> Moves);

/// <summary>A dimension's scores before and after over the same bins.</summary>
/// <param name="Psi">Population stability index in nats: a familiar gauge, not a test, since the leads are the same.</param>
public sealed record ScoreDistribution(
    string Dimension,
    ImmutableArray<ScoreBin> Bins,
    ScoreSummary Before,
    ScoreSummary After,
    long Changed,
    double Psi
);

/// <param name="From">Inclusive; null in the first bin, and in the one of unscored leads (<c>Label</c> "unscored").</param>
/// <param name="To">Exclusive; null: no upper bound.</param>
public readonly record struct ScoreBin(string Label, decimal? From, decimal? To, long Before, long After);

public readonly record struct ScoreSummary(long Scored, decimal? Mean, decimal? Min, decimal? Median, decimal? Max);

/// <summary>A rule whose points changed for some lead.</summary>
/// <param name="LeadsBefore">Leads to whom it gave points before.</param>
/// <param name="Changed">Leads for whom its points differ.</param>
public sealed record RuleMovement(
    string Rule,
    long LeadsBefore,
    long LeadsAfter,
    long Changed,
    decimal PointsBefore,
    decimal PointsAfter
);

/// <summary>An edit between the baseline's model and this one, in words.</summary>
/// <param name="Change"><c>added</c>, <c>removed</c>, <c>changed</c> or <c>renamed</c>.</param>
/// <param name="Area"><c>rule</c>, <c>transition</c>, <c>field</c>, <c>list</c>, …</param>
public sealed record EditWords(string Change, string Area, string Name, string Sentence);
