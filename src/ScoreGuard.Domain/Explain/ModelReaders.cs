using System.Collections.Immutable;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Explain;

/// <summary>What reads what in a model: through whom a changed part can move an outcome.</summary>
internal sealed class ModelReaders
{
    /// <summary>The lifecycle as a whole, the routed stages as a whole, the grade.</summary>
    public const string Stages = "stages";
    public const string RoutedStages = "routed";
    public const string Grade = "grade";

    private readonly Dictionary<string, List<string>> readers = new(StringComparer.Ordinal);

    public ModelReaders(ScoringModel model)
    {
        foreach (var field in model.Fields.Where(field => field.From is not null))
        {
            Reads(Field(field.Name), Field(field.From!));
        }

        foreach (var segment in model.Segments)
        {
            Reads(Segment(segment.Name), segment.When);
        }

        foreach (var dimension in model.Dimensions)
        {
            ReadScores(dimension);
        }

        foreach (var labels in model.Labels)
        {
            Reads(Label(labels.Dimension), Score(labels.Dimension));
        }

        if (model.Grade is { } grade)
        {
            Reads(Grade, Score(grade.Rows.Dimension));
            Reads(Grade, Score(grade.Columns.Dimension));
        }

        ReadLifecycle(model);
    }

    public static string Field(string name) => $"field:{name}";

    public static string List(string name) => $"list:{name}";

    public static string Segment(string name) => $"segment:{name}";

    public static string Score(string name) => $"score:{name}";

    public static string Label(string name) => $"label:{name}";

    public static string Rule(string id) => $"rule:{id}";

    public static string Transition(string id) => $"transition:{id}";

    public static string Route(string id) => $"route:{id}";

    public static string Calendar(string name) => $"calendar:{name}";

    public static string Sla(string id) => $"sla:{id}";

    /// <summary>The name of <paramref name="node"/> itself and of all that reads it, directly or not.</summary>
    public IEnumerable<string> Reached(string node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { node };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var next))
        {
            var colon = next.IndexOf(':', StringComparison.Ordinal);
            if (colon >= 0)
            {
                yield return next[(colon + 1)..];
            }

            foreach (var reader in readers.GetValueOrDefault(next) ?? [])
            {
                if (seen.Add(reader))
                {
                    open.Enqueue(reader);
                }
            }
        }
    }

    private void ReadScores(Dimension dimension)
    {
        foreach (var term in dimension.Sum)
        {
            Reads(Score(dimension.Name), Score(term.Dimension));
        }

        foreach (var rule in dimension.Rules.Where(rule => rule.Enabled))
        {
            Reads(Rule(rule.Id), rule.When);
            foreach (var field in (rule as Rule.OnActivity)?.Changed ?? [])
            {
                Reads(Rule(rule.Id), Field(field));
            }

            Reads(Rule(rule.Id), (rule as Rule.OnActivity)?.Where);
        }
    }

    private void ReadLifecycle(ScoringModel model)
    {
        foreach (var transition in model.Lifecycle?.Transitions ?? [])
        {
            Reads(Transition(transition.Id), transition.When);
            Reads(Transition(transition.Id), transition.Where);
            Reads(Transition(transition.Id), Stages);
            if (model.Routing is { } routed && routed.On.Contains(transition.To))
            {
                Reads(Transition(transition.Id), RoutedStages);
            }
        }

        foreach (var rule in model.Routing?.Rules ?? [])
        {
            Reads(Route(rule.Id), rule.When);
        }

        foreach (var sla in model.Slas)
        {
            Reads(Sla(sla.Id), sla.When);
            if (sla.Calendar is { } calendar)
            {
                Reads(Sla(sla.Id), Calendar(calendar));
            }
        }
    }

    private void Reads(string reader, Criterion? criterion)
    {
        foreach (var node in criterion is null ? [] : Named(criterion))
        {
            Reads(reader, node);
        }
    }

    private void Reads(string reader, string node)
    {
        if (!readers.TryGetValue(node, out var list))
        {
            readers[node] = list = [];
        }

        list.Add(reader);
    }

    private static IEnumerable<string> Named(Criterion criterion) =>
        criterion switch
        {
            Criterion.All all => all.Parts.SelectMany(Named),
            Criterion.Any any => any.Parts.SelectMany(Named),
            Criterion.Not not => Named(not.Inner),
            Criterion.InSegment segment => segment.Segments.Select(Segment),
            Criterion.FieldIs field => Lists(field.Matcher).Append(Field(field.Field)),
            Criterion.PropertyIs property => Lists(property.Matcher),
            Criterion.StageIs stage => Lists(stage.Matcher),
            Criterion.Visits visits => Lists(visits.Matcher),
            Criterion.ScoreIs score => Lists(score.Matcher).Append(Score(score.Dimension)),
            Criterion.LabelIs label => Lists(label.Matcher).Append(Label(label.Dimension)),
            Criterion.GradeIs grade => Lists(grade.Matcher).Append(Grade),
            Criterion.Did { Where: { } where } => Named(where),
            _ => [],
        };

    private static IEnumerable<string> Lists(Matcher matcher) =>
        matcher switch
        {
            Matcher.OneOf { List: { } list } => [List(list)],
            Matcher.Not not => Lists(not.Inner),
            Matcher.AllOf all => all.Parts.SelectMany(Lists),
            _ => [],
        };
}
