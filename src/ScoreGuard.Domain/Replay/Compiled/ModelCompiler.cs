using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Replay.Clock;
using ScoreGuard.Domain.Replay.Points;
using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Compiled;

/// <summary>Compiles a model once, so that replays ask no name twice.</summary>
internal sealed class ModelCompiler
{
    private readonly ScoringModel model;
    private readonly ModelNames names;
    private readonly PatternCache patterns = new();
    private readonly CriterionCompiler criteria;
    private readonly List<CompiledRule> rules = [];
    private readonly List<CompiledLimit> limits = [];
    private readonly HashSet<string> changedFields = new(StringComparer.Ordinal);
    private int slotCount;
    private int attributeRuleCount;
    private int idleRuleCount;

    private ModelCompiler(ScoringModel model)
    {
        this.model = model;
        names = new ModelNames(model);
        criteria = new CriterionCompiler(model, names, patterns);
    }

    public static CompiledModel Compile(ScoringModel model) => new ModelCompiler(model).Compile();

    private CompiledModel Compile()
    {
        CompiledDimension[] dimensions = [.. model.Dimensions.Select(Dimension)];
        var sumOrder = SourcesFirst(
            dimensions.Length,
            d => dimensions[d].Terms ?? [],
            d => dimensions[d].Terms is not null
        );
        var lifecycle = model.Lifecycle;
        CompiledTransition[] transitions = lifecycle is null ? [] : [.. lifecycle.Transitions.Select(Transition)];
        CompiledRoute[] routes = model.Routing is null ? [] : [.. model.Routing.Rules.Select(Route)];
        CompiledSla[] slas = [.. model.Slas.Select(Sla)];
        CompiledStage[] stages = [.. names.Stages.Select(stage => Stage(stage, transitions, slas))];
        CompiledAttributeRule[] attributeRules = [.. rules.OfType<CompiledAttributeRule>()];
        CompiledAttributeRule[] remembered =
        [
            .. attributeRules.Where(r => r.Keep || dimensions[r.Dimension].UnscoredIsMissing),
        ];
        CompiledFieldRule[] fieldRules =
        [
            .. attributeRules.Where(r => !r.Reach.OnHistory).Select(CompiledFieldRule.Of),
        ];
        CompiledIdleRule[] idleRules = [.. rules.OfType<CompiledIdleRule>()];
        CompiledMidnightRule[] midnightRules = [.. rules.OfType<CompiledMidnightRule>()];
        var fields = Fields();
        var types = Types(transitions, slas, idleRules);
        return new()
        {
            Names = names,
            Fields = fields,
            Derivations = Derivations(fields),
            FieldOrder = FieldOrder(),
            WatchedFields = [.. changedFields.Select(names.Field).Order()],
            FieldBits = criteria.FieldBits,
            PropertyBits = criteria.PropertyBits,
            Patterns = patterns,
            Dimensions = dimensions,
            SumOrder = sumOrder,
            Sensitivities = ScoreGuards.Sensitivities(dimensions, sumOrder, rules),
            SlotCount = slotCount,
            Rules = [.. rules],
            BitRules = new(fieldRules, criteria.FieldBits.Words),
            FieldRules = [.. fieldRules.Where(r => !BitRules.IsDecidedByOneBit(r)).Select(r => r.Rule)],
            Remembered = remembered,
            AttributeRuleCount = attributeRuleCount,
            IdleRules = idleRules,
            MidnightRules = midnightRules,
            Limits = [.. limits],
            Counters = [.. criteria.Counters],
            WindowedDids =
            [
                .. Enumerable.Range(0, criteria.Counters.Count).Where(c => criteria.Counters[c].Within != 0),
            ],
            Types = types,
            ActivityWords = types.Max(t => t.Words),
            Stages = stages,
            StartStage = lifecycle is null ? -1 : names.Stage(lifecycle.Start),
            TransitionCount = transitions.Length,
            Routes = routes,
            DefaultRoute = model.Routing?.Default,
            Labels = [.. model.Labels.Select(l => new CompiledBands(l, names))],
            GradeRows = model.Grade is { } rows ? new CompiledBands(rows.Rows, names) : null,
            GradeColumns = model.Grade is { } columns ? new CompiledBands(columns.Columns, names) : null,
            HasMidnights =
                midnightRules.Length > 0
                || criteria.TimedCounters.Any(c => criteria.Counters[c].Within != 0)
                || stages.Any(s => AgingMayWake(s.Aging)),
        };
    }

    private bool AgingMayWake(AgingWakes wakes) =>
        wakes switch
        {
            AgingWakes.Never => false,
            AgingWakes.WhereScoresMayRise => rules.Any(r => Ages(r, penaltiesOnly: true)),
            _ => rules.Any(r => Ages(r, penaltiesOnly: false)),
        };

    private static bool Ages(CompiledRule rule, bool penaltiesOnly) =>
        rule is CompiledFiringRule { Operation: { Aging: not AgingKind.None, Amount: var amount } }
        && (!penaltiesOnly || amount < 0);

    private CompiledDimension Dimension(Dimension dimension)
    {
        var index = names.Dimension(dimension.Name);
        var firstSlot = slotCount;
        slotCount += 1 + dimension.Groups.Length;
        var firstRule = rules.Count;
        foreach (var rule in dimension.Rules.Where(r => r.Enabled))
        {
            rules.Add(Rule(rule, index, firstSlot + 1 + GroupIndex(dimension, rule.Group)));
        }

        return new(
            dimension.Name,
            PointsText.ToMilli(dimension.Start),
            Clamp(dimension.Min, dimension.Max),
            dimension.UnscoredIsMissing,
            firstSlot,
            [default, .. dimension.Groups.Select(g => Clamp(g.Min, g.Max))],
            [.. rules.Skip(firstRule).OfType<CompiledFiringRule>().Select(r => r.Index)],
            [.. rules.Skip(firstRule).OfType<CompiledAttributeRule>().Where(r => r.Reach.OnHistory)],
            dimension.Sum.IsEmpty ? null : [.. dimension.Sum.Select(t => names.Dimension(t.Dimension))],
            [.. dimension.Sum.Select(t => (long)(t.Weight * 1_000_000m))]
        );
    }

    private static int GroupIndex(Dimension dimension, string? group)
    {
        for (var i = 0; i < dimension.Groups.Length; i++)
        {
            if (string.Equals(dimension.Groups[i].Name, group, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private static CompiledClamp Clamp(decimal? min, decimal? max) =>
        new(min is null ? null : PointsText.ToMilli(min.Value), max is null ? null : PointsText.ToMilli(max.Value));

    private CompiledRule Rule(Rule rule, int dimension, int slot)
    {
        var index = rules.Count;
        switch (rule)
        {
            case Rule.Attribute attribute:
                var reach = CriterionReach.Of(attribute.When, criteria.Segments);
                return new CompiledAttributeRule(
                    index,
                    rule.Id,
                    dimension,
                    slot,
                    criteria.TimedWhen(attribute.When),
                    PointsText.ToMilli(attribute.Points),
                    attribute.Keep,
                    reach,
                    attributeRuleCount++
                );
            case Rule.OnActivity activity:
                changedFields.UnionWith(activity.Changed);
                return new CompiledActivityRule(
                    index,
                    rule.Id,
                    dimension,
                    slot,
                    criteria.When(activity.When),
                    CompiledOperation.Of(activity.Operation),
                    Limit(activity.Limit),
                    names.Types(activity.On),
                    criteria.Where(activity.Where),
                    activity.Changed.IsEmpty ? null : BitsOf(activity.Changed),
                    activity.Count is { } count ? criteria.Counter(activity.On, activity.Where, count.Within) : -1,
                    activity.Count?.AtLeast ?? 0
                );
            case Rule.OnIdle idle:
                return new CompiledIdleRule(
                    index,
                    rule.Id,
                    dimension,
                    slot,
                    criteria.When(idle.When),
                    CompiledOperation.Of(idle.Operation),
                    Limit(idle.Limit),
                    idle.After.Milliseconds,
                    idle.Every?.Milliseconds ?? 0,
                    names.Types(idle.Of),
                    idle.Except,
                    idleRuleCount++
                );
            case Rule.OnMidnight midnight:
                return new CompiledMidnightRule(
                    index,
                    rule.Id,
                    dimension,
                    slot,
                    criteria.TimedWhen(midnight.When),
                    CompiledOperation.Of(midnight.Operation),
                    Limit(midnight.Limit)
                );
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private ulong[] BitsOf(IEnumerable<string> fields)
    {
        var bits = new ulong[(model.Fields.Length + 63) / 64];
        foreach (var field in fields.Select(names.Field))
        {
            bits[field / 64] |= 1UL << (field % 64);
        }

        return bits;
    }

    private int Limit(RuleLimit? limit)
    {
        if (limit is null)
        {
            return -1;
        }

        limits.Add(
            new(
                limit.Times ?? 0,
                limit.Points is { } points ? PointsText.ToMilli(points) : 0,
                limit.Per?.Milliseconds ?? 0
            )
        );
        return limits.Count - 1;
    }

    private CompiledTransition Transition(Transition transition, int index)
    {
        return new(
            index,
            transition.Id,
            names.Stage(transition.To),
            transition.On is { } on ? names.Types(on) : null,
            transition.On is null ? null : criteria.Where(transition.Where),
            transition.After?.Milliseconds ?? 0,
            transition.On is null ? criteria.TimedWhen(transition.When) : criteria.When(transition.When),
            ScoreGuards.Of(transition.When, names),
            CriterionReach.Of(transition.When, criteria.Segments) == default,
            [.. transition.Reset.Select(names.Dimension)]
        );
    }

    private CompiledRoute Route(RoutingRule rule) =>
        new(rule.Id, criteria.When(rule.When), rule.To, rule.Alert?.Milliseconds ?? 0);

    private CompiledSla Sla(Sla sla, int place) =>
        new(
            place,
            sla.Id,
            sla.Within.Milliseconds,
            sla.Calendar is { } name
                ? new BusinessCalendar(
                    model.Calendars.Single(c => string.Equals(c.Name, name, StringComparison.Ordinal))
                )
                : null,
            criteria.When(sla.When),
            sla.Restart is { } restart ? names.Types(restart) : null
        );

    private CompiledStage Stage(string stage, CompiledTransition[] transitions, CompiledSla[] slas)
    {
        CompiledTransition[] leaving = [.. transitions.Where((_, i) => Leaves(model.Lifecycle!.Transitions[i], stage))];
        return new(
            stage,
            leaving,
            [.. leaving.Select(t => t.After).Where(a => a != 0).Distinct().Order()],
            [
                .. Enumerable
                    .Range(0, names.TypeCount)
                    .Select(type => Array.Exists(leaving, t => t.On is { } on && on.Takes(type))),
            ],
            model.Routing?.On.Contains(stage) ?? false,
            [.. slas.Where((_, i) => string.Equals(model.Slas[i].Stage, stage, StringComparison.Ordinal))],
            AgingOf(model.Lifecycle!.Transitions.Where(t => t.On is null && Leaves(t, stage)))
        );
    }

    private AgingWakes AgingOf(IEnumerable<Transition> transitions)
    {
        var aging = transitions
            .Select(t => ScoreUse.Of(t.When, criteria.Segments))
            .DefaultIfEmpty(AgingWakes.Never)
            .Max();
        // A weight below zero turns points that fade into a rise.
        return aging == AgingWakes.WhereScoresMayRise && model.Dimensions.Any(d => d.Sum.Any(t => t.Weight < 0))
            ? AgingWakes.Always
            : aging;
    }

    private static bool Leaves(Transition transition, string stage) =>
        transition.FromAny
            ? !string.Equals(transition.To, stage, StringComparison.Ordinal)
            : transition.From.Contains(stage);

    private CompiledType[] Types(CompiledTransition[] transitions, CompiledSla[] slas, CompiledIdleRule[] idleRules)
    {
        CompiledActivityRule[] activityRules = [.. rules.OfType<CompiledActivityRule>()];
        return
        [
            .. Enumerable
                .Range(0, names.TypeCount)
                .Select(type => new CompiledType(type, criteria.Counters, activityRules, transitions)
                {
                    MovedIdleRules = [.. idleRules.Where(r => r.IsMovedBy(type)).Select(r => r.Place)],
                    SlaRestarts = [.. slas.Select(s => s.Restart is { } restart && restart.Takes(type))],
                }),
        ];
    }

    private FieldTable[] Fields()
    {
        var tables = new FieldTable[model.Fields.Length];
        var derived = Enumerable
            .Range(0, tables.Length)
            .Where(i => model.Fields[i].From is not null)
            .ToLookup(i => model.Fields[i].From!, StringComparer.Ordinal);
        foreach (var index in FieldOrder().Reverse())
        {
            var field = model.Fields[index];
            tables[index] = new FieldTable(
                field,
                index,
                [.. derived[field.Name].Select(i => tables[i])],
                [.. criteria.FieldBits.Of(index)],
                changedFields.Contains(field.Name),
                patterns
            );
        }

        return tables;
    }

    private int[] FieldOrder() =>
        SourcesFirst(model.Fields.Length, f => model.Fields[f].From is { } from ? [names.Field(from)] : [], _ => true);

    // With a stack of its own: a chain in a document of 5 MiB may be longer than the thread's is deep.
    private static int[] SourcesFirst(int count, Func<int, int[]> sources, Func<int, bool> isWanted)
    {
        List<int> order = [];
        var state = new byte[count];
        Stack<int> stack = new();
        for (var start = 0; start < count; start++)
        {
            stack.Push(start);
            while (stack.TryPop(out var item))
            {
                if (state[item] == 0)
                {
                    state[item] = 1;
                    stack.Push(item);
                    foreach (var source in sources(item).Where(s => state[s] == 0))
                    {
                        stack.Push(source);
                    }
                }
                else if (state[item] == 1)
                {
                    state[item] = 2;
                    if (isWanted(item))
                    {
                        order.Add(item);
                    }
                }
            }
        }

        return [.. order];
    }

    private (int From, int Position)[] Derivations(FieldTable[] fields) =>
        [
            .. model.Fields.Select(
                (field, index) =>
                {
                    if (field.From is null)
                    {
                        return (-1, -1);
                    }

                    var from = names.Field(field.From);
                    return (from, Array.IndexOf(fields[from].Children, fields[index]));
                }
            ),
        ];
}
