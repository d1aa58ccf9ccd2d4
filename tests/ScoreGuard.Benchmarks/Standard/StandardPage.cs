using System.Globalization;
using System.Text;

namespace ScoreGuard.Benchmarks.Standard;

/// <summary>The figures as a page: ratios against what was promised, then what they are made of.</summary>
internal sealed class StandardPage(StandardFigures figures, StandardOptions options)
{
    private const string Unmeasured = "not in this build";

    private readonly StringBuilder page = new();

    public string Write()
    {
        Line("# Benchmarks");
        Line();
        Line(
            "Written by `dotnet run -c Release --project tests/ScoreGuard.Benchmarks -- standard`. The same 20,000 leads"
        );
        Line(
            "(20 attributes, 12 activities each) and the same model of 40 rules for everybody, side by side in one run,"
        );
        Line(
            "medians of five rounds in which the contestants take turns; a ratio is the median of the rounds' own ratios,"
        );
        Line("for the machine is not equally fast in all of them. Outcomes are compared to the byte first.");
        Line();
        Line($"Machine: {figures.Machine}. Load before {figures.LoadBefore}, after {figures.LoadAfter};");
        Line($"rounds of one contestant were at most {figures.WidestSpreadShare():P0} apart.");
        Line();
        Ratios();
        Throughput();
        Programs();
        Line("## What is compared");
        Line();
        page.Append(Explanation);
        return page.ToString();
    }

    private void Ratios()
    {
        Line("## Ratios");
        Line();
        Line("| | target | measured |");
        Line("|---|---:|---:|");
        Ratio("engine ÷ by hand, parsed leads, one core", "≥ 0.5", "engine/parsed/1", "hand/parsed/1");
        Ratio("engine ÷ by hand, from JSON Lines, one core", "≥ 0.7", "engine/jsonl/1", "hand/jsonl/1");
        Ratio("engine on two cores ÷ on one", "≥ 1.7", "engine/parsed/2", "engine/parsed/1 of 2");
        Ratio("engine ÷ zen-engine, replaying", "≥ 300", "engine/parsed/1", "zen/steps");
        Ratio("engine ÷ json-rules-engine, replaying", "≥ 2,000", "engine/parsed/1", "json-rules/steps");
        Ratio("engine ÷ zen-engine, its one evaluation a lead", "", "engine/parsed/1", "zen/once");
        Ratio("engine ÷ json-rules-engine, its one evaluation a lead", "", "engine/parsed/1", "json-rules/once");
        Ratio("cold `score` of 20,000 leads ÷ by hand, whole process", "≤ 3", "cold/engine", "cold/hand");
        Ratio("by hand on two cores ÷ on one, for comparison", "", "hand/parsed/2", "hand/parsed/1 of 2");
        Ratio("a loop without memory on two cores ÷ on one, for comparison", "", "spin/2", "spin/1 of 2");
        Ratio("by hand ÷ zen-engine, replaying, for comparison", "", "hand/parsed/1", "zen/steps");
        Ratio("by hand ÷ json-rules-engine, replaying, for comparison", "", "hand/parsed/1", "json-rules/steps");
        Line();
    }

    private void Throughput()
    {
        Line("## Leads a second");
        Line();
        Line("| | by hand | engine |");
        Line("|---|---:|---:|");
        Speeds("parsed leads, one core", "hand/parsed/1", "engine/parsed/1");
        Speeds("parsed leads, two cores", "hand/parsed/2", "engine/parsed/2");
        Speeds("from JSON Lines, one core", "hand/jsonl/1", "engine/jsonl/1");
        Line();
        Line("| peer, one core | replaying | one evaluation a lead |");
        Line("|---|---:|---:|");
        Line($"| `@gorules/zen-engine` | {Count("zen/steps")} | {Count("zen/once")} |");
        Line($"| `json-rules-engine` | {Count("json-rules/steps")} | {Count("json-rules/once")} |");
        Line();
    }

    private void Programs()
    {
        Line("## Whole programs");
        Line();
        Line(
            "From the start of the process to its end, reading a file and writing one; peak of resident memory. `run` has"
        );
        Line("frozen leads and an approved baseline, judges, passes and writes its reports.");
        Line();
        Line("| leads | by hand | `scoreguard score` | `scoreguard run` |");
        Line("|---:|---:|---:|---:|");
        Line($"| 20,000, cold, median | {Whole("cold/hand")} | {Whole("cold/engine")} | |");
        foreach (var count in options.Sizes)
        {
            var size = $"size/{count}";
            Line($"| {count:N0} | {Whole(size + "/hand")} | {Whole(size + "/score")} | {Whole(size + "/run")} |");
        }

        Line();
    }

    private void Ratio(string what, string target, string name, string by) =>
        Line($"| {what} | {target} | {Number(figures.Ratio(name, by), "#,0.00")} |");

    private void Speeds(string what, string byHand, string engine) =>
        Line($"| {what} | {Count(byHand)} | {Count(engine)} |");

    private string Count(string name) => Number(figures.Find(name), "#,0");

    private string Whole(string name) =>
        figures.Find(name) is { } seconds
            ? $"{Number(seconds, "0.00")} s, {Number(figures.Find(name + "/peak"), "#,0")} MiB"
            : Unmeasured;

    private static string Number(double? figure, string format) =>
        figure?.ToString(format, CultureInfo.InvariantCulture) ?? Unmeasured;

    private void Line(string text = "") => page.Append(text).Append('\n');

    private const string Explanation = """
        - **By hand** is `tests/ScoreGuard.Benchmarks.HandWritten`: this one model as a program, as one would write it for
          speed. It reads with `Utf8JsonReader` into enums and numbers, remembers spellings, derives the rank from a job
          title once a spelling, and knows what only a person knows of this model: without an activity no score ever rises, so
          it skips every midnight. Its numbers are doubles and thousandths in an `int`; it takes leads as valid.
        - **Parsed leads** are in each contestant's own form: text interned, instants as numbers, activities in order of time,
          each with what its properties mean to the rules (tags by hand, the bits of what they may set off in the engine).
          Scoring them makes whole outcomes (scores, stage, history, routes, SLA, points of each rule), but not their text.
        - **From JSON Lines** is reading and scoring, without writing. **Whole programs** do everything.
        - **One core**: the process is bound to core 0 by `taskset` where there is one, its garbage collector included, and
          seconds are processor time, which other work on the machine does not lengthen.
        - **Two cores** go by the clock, and take turns with one pass by pass. A loop that only shifts a number in a register, whose threads
          share nothing, tells what the second core is worth on this machine: where two “cores” are the two threads of one, code that keeps
          a core busy gains less from the second than code that waits.
        - **The peers** know neither time nor stages. They get, outside the timed part, each lead's final attributes (trimmed,
          synonyms, derived fields) and the aged points of each behaviour rule; timed are the forty conditions and the
          sums (zen-engine's expression node; for json-rules-engine sums in plain code), checked to be the
          outcomes' scores. They are spared reading, windows, limits, ageing, routing and SLAs, so ratios are lower bounds.
          *Replaying* evaluates a lead at its creation and at each of its twelve activities, as whoever wants to know when it
          crossed the line has to; *one evaluation a lead* only tells the scores at the end, which is less than the engine does.

        """;
}
