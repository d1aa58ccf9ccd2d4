using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>The section <c>lifecycle</c>.</summary>
internal sealed class LifecycleReader(ModelNames names, CriterionReader criteria)
{
    // Each stage knows the transitions that leave it: the product of the two is what memory holds.
    private const int MostStages = 1_000;
    private const int MostTransitions = 10_000;

    private const string AnyStage = "any";

    public Lifecycle? Read(RecordReader model)
    {
        if (model.Find(ModelShape.Lifecycle) is not { } lifecycle)
        {
            return null;
        }

        var stages = lifecycle.Get(LifecycleShape.Stages, []);
        CaseClash.Report(
            stages.Select(stage => (stage.Value, (Action<DiagnosticCode, string>)stage.Place.Error)),
            "stage"
        );
        foreach (var stage in stages.Where(stage => stage.Value is AnyStage))
        {
            stage.Place.Error(
                ModelCodes.StageCalledAny,
                "No stage is called `any`, which stands for every stage in `from`; rename it."
            );
        }

        var start = lifecycle.Find(LifecycleShape.Start);
        if (start is not null)
        {
            names.Stages.Resolves(start);
        }

        if (stages.Length > MostStages)
        {
            stages[MostStages]
                .Place.Error(
                    ModelCodes.LifecycleTooLarge,
                    $"There are {stages.Length} stages; a model has at most {MostStages}: merge those that nobody tells apart."
                );
        }

        var records = lifecycle.Get(LifecycleShape.Transitions, []);
        if (records.Length > MostTransitions)
        {
            records[MostTransitions]
                .Place.Error(
                    ModelCodes.LifecycleTooLarge,
                    $"There are {records.Length} transitions; a model has at most {MostTransitions}: merge those that differ in `from` only, with a list."
                );
        }

        var transitions = records.Select(Transition).ToImmutableArray();
        return new(start?.Value ?? "", [.. stages.Select(stage => stage.Value)], transitions);
    }

    private Transition Transition(RecordReader transition)
    {
        var id = transition.Find(LifecycleShape.Id);
        if (id is not null)
        {
            names.ClaimRuleId(id);
        }

        var from = transition.Get(LifecycleShape.From, []);
        var fromAny =
            from is [{ Value: AnyStage }] && transition.PlaceOf(LifecycleShape.From).Node is DocumentNode.Scalar;
        foreach (var stage in fromAny ? [] : from)
        {
            Source(stage);
        }

        var to = transition.Find(LifecycleShape.To);
        if (to is not null)
        {
            names.Stages.Resolves(to);
        }

        if (
            transition.Has(LifecycleShape.Where)
            && !transition.Has(LifecycleShape.On)
            && !transition.IsMisspelt(LifecycleShape.On)
        )
        {
            transition.KeyError(
                LifecycleShape.Where,
                ModelCodes.WhereNeedsOn,
                "`where` looks at an activity, so it needs `on`; name the activity, or use `when`."
            );
        }

        return new(
            id?.Value ?? "",
            fromAny,
            fromAny ? [] : [.. from.Select(stage => stage.Value)],
            to?.Value ?? "",
            transition.TryGet(LifecycleShape.On, out var types)
                ? ActivityTypesReader.Read(transition.PlaceOf(LifecycleShape.On), types)
                : null,
            criteria.Where(transition, LifecycleShape.Where),
            transition.FindValue(LifecycleShape.After),
            criteria.When(transition, LifecycleShape.When, CriterionUse.Anything()),
            [.. transition.Get(LifecycleShape.Reset, []).Select(Reset)]
        );
    }

    private void Source(Placed<string> stage)
    {
        if (stage.Value is AnyStage && !names.Stages.TryFind(AnyStage, out _))
        {
            stage.Place.Error(
                ModelCodes.UnknownStage,
                "`any` stands alone, not in a list; write `from: any`, or name stages here."
            );
            return;
        }

        names.Stages.Resolves(stage);
    }

    private string Reset(Placed<string> dimension)
    {
        if (names.Dimensions.TryResolve(dimension, out var facts) && facts.IsSum)
        {
            dimension.Place.Error(
                ModelCodes.ResetOfSum,
                $"{Quote.Code(dimension.Value)} is a sum and cannot be reset; reset the dimensions that it adds."
            );
        }

        return dimension.Value;
    }
}
