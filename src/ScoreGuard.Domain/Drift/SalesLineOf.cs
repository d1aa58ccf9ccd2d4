using System.Collections.Immutable;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Drift;

/// <summary>Where Sales begins when the workspace does not say: the stages that are routed, else a stage called MQL.</summary>
public static class SalesLineOf
{
    public static ImmutableArray<string> Model(ScoringModel model)
    {
        if (model.Routing is { } routing)
        {
            return routing.On;
        }

        var mql = model.Lifecycle?.Stages.FirstOrDefault(stage =>
            stage.Equals("MQL", StringComparison.OrdinalIgnoreCase)
        );
        return mql is null ? [] : [mql];
    }
}
