using System.Collections.Immutable;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>Mautic's scoring in our own form.</summary>
/// <param name="Text">A model, as JSON, which is YAML.</param>
internal sealed record MauticModel(string Text, ImmutableArray<CarriedPart> Carried)
{
    public static MauticModel Of(MauticConfiguration configuration, TargetDefinition definition, MauticOptions options)
    {
        var draft = new ModelDraft();
        var dimensions = new Dimensions(configuration, definition.Outcome, options);
        dimensions.DeclareIn(draft);
        var occasions = new SignalOccasions(definition.Signals);
        var forms = new FormOccasions(configuration, occasions);
        var stages = new Stages(configuration, definition, occasions);
        stages.DeclareIn(draft);

        // A form's own actions come before the point actions that its submission sets off.
        new FormActions(configuration, dimensions, forms).CarryInto(draft);
        new PointActions(configuration, dimensions, forms, occasions).CarryInto(draft);
        new Campaigns(
            configuration,
            dimensions,
            stages,
            new(configuration, definition.Leads, forms, occasions)
        ).CarryInto(draft);
        new PointTriggers(configuration, dimensions, stages).CarryInto(draft);
        stages.CarryInto(draft);
        return new(draft.ToText(), draft.Carried);
    }
}
