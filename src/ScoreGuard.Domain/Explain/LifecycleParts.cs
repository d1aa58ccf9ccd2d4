using System.Collections.Immutable;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Explain;

/// <summary>Stages, transitions, routing, calendars and SLAs as comparable parts.</summary>
internal static class LifecycleParts
{
    public static IEnumerable<ModelPart> Of(ScoringModel model) =>
        [
            .. model.Lifecycle is { } lifecycle ? lifecycle.Transitions.Select(Part).Prepend(Part(lifecycle)) : [],
            .. model.Routing is { } routing ? routing.Rules.Select(Part).Prepend(Part(routing)) : [],
            .. model.Calendars.Select(Part),
            .. model.Slas.Select(Part),
        ];

    private static ModelPart Part(Lifecycle lifecycle) =>
        Whole(
            EditArea.Lifecycle,
            "lifecycle",
            "Lifecycle",
            [
                new Facet.Value("start", "start", PlainWords.Name(lifecycle.Start)),
                new Facet.Items("stages", "stages", Names(lifecycle.Stages)),
            ],
            ModelReaders.Stages
        );

    private static ModelPart Part(Transition transition)
    {
        ImmutableArray<Facet> facets =
        [
            new Facet.Value("from", "from", transition.FromAny ? "any stage" : PlainWords.Or(Names(transition.From))),
            new Facet.Value("to", "to", PlainWords.Name(transition.To)),
            new Facet.Value("on", "on", transition.On is null ? null : CriterionWords.Of(transition.On)),
            new Facet.Condition("where", "where", transition.Where),
            new Facet.Value("after", "after", Length(transition.After)),
            new Facet.Condition("when", "when", transition.When),
            new Facet.Items("reset", "resets", Names(transition.Reset)),
        ];
        return Item(
            EditArea.Transition,
            transition.Id,
            "Transition",
            "lifecycle.transitions",
            facets,
            ModelReaders.Transition(transition.Id)
        );
    }

    private static ModelPart Part(Routing routing) =>
        Whole(
            EditArea.Routing,
            "routing",
            "Routing",
            [
                new Facet.Items("on", "routed stages", Names(routing.On)),
                new Facet.Value(
                    "default",
                    "default",
                    routing.Default is null ? null : PlainWords.Name(routing.Default)
                ),
            ],
            ModelReaders.RoutedStages
        );

    private static ModelPart Part(RoutingRule rule) =>
        Item(
            EditArea.Routing,
            rule.Id,
            "Routing rule",
            "routing.rules",
            [
                new Facet.Condition("when", "when", rule.When),
                new Facet.Value("to", "to", PlainWords.Name(rule.To)),
                new Facet.Value("alert", "alert", Length(rule.Alert)),
            ],
            ModelReaders.Route(rule.Id)
        );

    private static ModelPart Part(Calendar calendar)
    {
        ImmutableArray<Facet> facets =
        [
            new Facet.Value("timezone", "time zone", calendar.TimeZone),
            new Facet.Items("days", "days", [.. calendar.Days.Select(day => day.ToString())]),
            new Facet.Value("from", "opens at", TimeOfDay(calendar.FromMinute)),
            new Facet.Value("to", "closes at", TimeOfDay(calendar.ToMinute)),
        ];
        return new(
            EditArea.Calendar,
            calendar.Name,
            $"Calendar {PlainWords.Name(calendar.Name)}",
            $"calendars.{calendar.Name}",
            facets,
            ModelPart.SummaryOf(facets),
            ModelReaders.Calendar(calendar.Name)
        )
        {
            Renamable = true,
        };
    }

    private static ModelPart Part(Sla sla) =>
        Item(
            EditArea.Sla,
            sla.Id,
            "SLA",
            "sla",
            [
                new Facet.Value("stage", "stage", PlainWords.Name(sla.Stage)),
                new Facet.Value("within", "within", PlainWords.Length(sla.Within)),
                new Facet.Value("calendar", "calendar", sla.Calendar is null ? null : PlainWords.Name(sla.Calendar)),
                new Facet.Condition("when", "when", sla.When),
                new Facet.Value("restart", "restarts on", sla.Restart is null ? null : CriterionWords.Of(sla.Restart)),
            ],
            ModelReaders.Sla(sla.Id)
        );

    private static ModelPart Item(
        EditArea area,
        string id,
        string word,
        string sequence,
        ImmutableArray<Facet> facets,
        string node
    ) =>
        new(area, id, $"{word} {PlainWords.Name(id)}", $"{sequence}[{id}]", facets, ModelPart.SummaryOf(facets), node)
        {
            Sequence = sequence,
            Renamable = true,
        };

    private static ModelPart Whole(
        EditArea area,
        string name,
        string title,
        ImmutableArray<Facet> facets,
        string node
    ) => new(area, name, title, name, facets, ModelPart.SummaryOf(facets), node) { Whole = true };

    private static ImmutableArray<string> Names(ImmutableArray<string> names) => [.. names.Select(PlainWords.Name)];

    private static string? Length(Duration? duration) => duration is { } length ? PlainWords.Length(length) : null;

    private static string TimeOfDay(int minute) => $"{minute / 60:00}:{minute % 60:00}";
}
