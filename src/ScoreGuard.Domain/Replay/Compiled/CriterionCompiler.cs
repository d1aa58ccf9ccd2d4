using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Replay.Criteria;
using ScoreGuard.Domain.Replay.Points;
using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Compiled;

/// <summary>Turns criteria into nodes: names into indexes, matchers into bits of words or into tables.</summary>
internal sealed class CriterionCompiler(ScoringModel model, ModelNames names, PatternCache patterns)
{
    private readonly MatcherTruth truth = new(patterns);
    private readonly Dictionary<string, Segment> segments = model.Segments.ToDictionary(
        s => s.Name,
        StringComparer.Ordinal
    );

    private readonly Dictionary<Criterion, Node?> wheres = new(ReferenceEqualityComparer.Instance);

    public MatcherBits FieldBits { get; } = new();

    public MatcherBits PropertyBits { get; } = new();

    /// <summary>What each counter counts.</summary>
    public List<CompiledCounter> Counters { get; } = [];

    public IReadOnlyDictionary<string, Segment> Segments => segments;

    /// <summary>Counters of the criteria compiled by <see cref="TimedWhen"/>.</summary>
    public HashSet<int> TimedCounters { get; } = [];

    public Condition? When(Criterion? criterion) => Condition.When(Compile(criterion));

    /// <returns>Over an activity's properties; null: always true.</returns>
    public Node? Where(Criterion? criterion)
    {
        if (criterion is null)
        {
            return null;
        }

        // A rule and its `count` ask the same of the same activities: it is the same node, and asked once.
        if (!wheres.TryGetValue(criterion, out var node))
        {
            node = Compile(criterion);
            wheres.Add(criterion, node);
        }

        return node;
    }

    /// <summary>As <see cref="When"/>, of a criterion that is also asked when nothing but time has passed.</summary>
    public Condition? TimedWhen(Criterion? criterion)
    {
        var before = Counters.Count;
        var condition = When(criterion);
        TimedCounters.UnionWith(Enumerable.Range(before, Counters.Count - before));
        return condition;
    }

    /// <returns>Null for no criterion, or one that is always true.</returns>
    private Node? Compile(Criterion? criterion)
    {
        switch (criterion)
        {
            case null:
                return null;
            case Criterion.All all:
                return Conjunction([.. Flattened(all)]);
            case Criterion.InSegment { Segments: [var only] }:
                return Compile(segments[only].When);
            case Criterion.InSegment inSegment:
                return Disjunction(inSegment.Segments.Select(s => segments[s].When));
            case Criterion.Any any:
                return Disjunction(any.Parts);
            case Criterion.Not { Inner: Criterion.FieldIs(var field, var matcher) }:
                return Field(criterion, field, new Matcher.Not(matcher));
            case Criterion.Not not:
                return Compile(not.Inner) is { } inner ? new NotNode(inner) : new AnyNode([]);
            case Criterion.FieldIs(var field, var matcher):
                return Field(criterion, field, matcher);
            case Criterion.PropertyIs(var property, var matcher):
                var (word, bit) = PropertyBits.Add(names.Property(property), matcher);
                return new PropertyNode(criterion, word, bit);
            case Criterion.StageIs(var matcher):
                return new StageNode(criterion, [.. names.Stages.Select(s => truth.OfField(matcher, Text(s)))]);
            case Criterion.Visits(var stage, var matcher):
                var visits = new NumberClasses(MatcherConstants.Of(matcher), scale: 1);
                return new VisitsNode(criterion, names.Stage(stage), visits, Answers(visits, matcher));
            case Criterion.Did did:
                return new DidNode(criterion, Counter(did.Activity, did.Where, did.Within), did.AtLeast);
            case Criterion.ScoreIs(var dimension, var matcher):
                var scores = new NumberClasses(MatcherConstants.Of(matcher), scale: 1000);
                return new ScoreNode(
                    criterion,
                    names.Dimension(dimension),
                    scores,
                    Answers(scores, matcher),
                    truth.OfField(matcher, LeadValue.Missing)
                );
            case Criterion.LabelIs(var dimension, var matcher):
                return Label(criterion, dimension, matcher);
            case Criterion.GradeIs(var matcher):
                return Grade(criterion, matcher);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <returns>The index of a new counter.</returns>
    public int Counter(ActivityTypes types, Criterion? where, Duration? within)
    {
        Counters.Add(new(names.Types(types), Where(where), within?.Milliseconds ?? 0));
        return Counters.Count - 1;
    }

    private IEnumerable<Criterion> Flattened(Criterion.All all) =>
        all.Parts.SelectMany(part =>
            part switch
            {
                Criterion.All inner => Flattened(inner),
                Criterion.InSegment { Segments: [var only] } => Flattened(new Criterion.All([segments[only].When])),
                _ => [part],
            }
        );

    private Node? Conjunction(Criterion[] parts)
    {
        Node[] nodes = [.. parts.Select(Compile).OfType<Node>()];
        FieldNode[] fields = [.. nodes.OfType<FieldNode>()];
        Node[] others = [.. nodes.Where(n => n is not FieldNode)];
        Node[] all = fields.Length < 2 ? [.. fields, .. others] : [new FieldsNode(isAll: true, fields), .. others];
        return all.Length switch
        {
            0 => null,
            1 => all[0],
            _ => new AllNode(all),
        };
    }

    private Node? Disjunction(IEnumerable<Criterion> parts)
    {
        Node?[] nodes = [.. parts.Select(Compile)];
        return nodes.Contains(null) ? null
            : nodes.Length == 1 ? nodes[0]
            : Array.TrueForAll(nodes, node => node is FieldNode)
                ? new FieldsNode(isAll: false, Array.ConvertAll(nodes, node => (FieldNode)node!))
            : new AnyNode(nodes!);
    }

    private FieldNode Field(Criterion source, string field, Matcher matcher)
    {
        var (word, bit) = FieldBits.Add(names.Field(field), matcher);
        return new(source, word, bit);
    }

    private ScoreNode Label(Criterion source, string dimension, Matcher matcher)
    {
        var bands = new CompiledBands(
            model.Labels.Single(l => string.Equals(l.Dimension, dimension, StringComparison.Ordinal)),
            names
        );
        return new(
            source,
            bands.Dimension,
            bands.Classes,
            [.. bands.NameOfClass.Select(name => truth.OfField(matcher, Text(name)))],
            truth.OfField(matcher, LeadValue.Missing)
        );
    }

    private GradeNode Grade(Criterion source, Matcher matcher)
    {
        var rows = new CompiledBands(model.Grade!.Rows, names);
        var columns = new CompiledBands(model.Grade.Columns, names);
        return new(
            source,
            (rows.Dimension, rows.Classes),
            (columns.Dimension, columns.Classes),
            [
                .. rows.NameOfClass.Select(row =>
                    columns
                        .NameOfClass.Select(column =>
                            truth.OfField(
                                matcher,
                                row is null || column is null ? LeadValue.Missing : Text(row + column)
                            )
                        )
                        .ToArray()
                ),
            ],
            truth.OfField(matcher, LeadValue.Missing)
        );
    }

    private Trit[] Answers(NumberClasses classes, Matcher matcher) =>
        [
            .. Enumerable
                .Range(0, classes.Count)
                .Select(c =>
                    // Where no number of 28 digits lies between two bounds, no score does: the answer is never asked for.
                    classes.Sample(c)
                        is { } sample
                        ? truth.OfField(matcher, new LeadValue.Number(sample))
                        : Trit.False
                ),
        ];

    private static LeadValue Text(string? text) => text is null ? LeadValue.Missing : new LeadValue.Text(text.Trim());
}
