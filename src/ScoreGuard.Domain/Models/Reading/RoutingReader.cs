using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>The section <c>routing</c>.</summary>
internal sealed class RoutingReader(ModelNames names, CriterionReader criteria)
{
    public Routing? Read(RecordReader model)
    {
        if (model.Find(ModelShape.Routing) is not { } routing)
        {
            return null;
        }

        LifecycleNeed.Check(model, ModelShape.Routing, names);
        var on = routing.Get(RoutingShape.On, []);
        foreach (var stage in on)
        {
            names.Stages.Resolves(stage);
        }

        var ids = new Dictionary<string, SourcePosition>(StringComparer.Ordinal);
        return new(
            [.. on.Select(stage => stage.Value)],
            [.. routing.Get(RoutingShape.Rules, []).Select(rule => Rule(rule, ids))],
            routing.Find(RoutingShape.Default)
        );
    }

    private RoutingRule Rule(RecordReader rule, Dictionary<string, SourcePosition> ids)
    {
        var id = rule.Find(RoutingShape.Id);
        if (id is not null)
        {
            ModelNames.Claim(ids, id, "routing rule");
        }

        return new(
            id?.Value ?? "",
            criteria.When(rule, RoutingShape.When, CriterionUse.Anything()),
            rule.Find(RoutingShape.To) ?? "",
            rule.FindValue(RoutingShape.Alert)
        );
    }
}
