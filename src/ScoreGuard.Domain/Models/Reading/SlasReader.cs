using System.Collections.Immutable;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>The section <c>sla</c>.</summary>
internal sealed class SlasReader(ModelNames names, CriterionReader criteria)
{
    public ImmutableArray<Sla> Read(RecordReader model)
    {
        if (!model.TryGet(ModelShape.Sla, out var slas))
        {
            return [];
        }

        LifecycleNeed.Check(model, ModelShape.Sla, names);
        var ids = new Dictionary<string, SourcePosition>(StringComparer.Ordinal);
        return [.. slas.Select(sla => Sla(sla, ids))];
    }

    private Sla Sla(RecordReader sla, Dictionary<string, SourcePosition> ids)
    {
        var id = sla.Find(SlaShape.Id);
        if (id is not null)
        {
            ModelNames.Claim(ids, id, "SLA");
        }

        var stage = sla.Find(SlaShape.Stage);
        if (stage is not null)
        {
            names.Stages.Resolves(stage);
        }

        var calendar = sla.Find(SlaShape.Calendar);
        if (calendar is not null)
        {
            names.Calendars.Resolves(calendar);
        }

        return new(
            id?.Value ?? "",
            stage?.Value ?? "",
            sla.Get(SlaShape.Within, new(1)),
            calendar?.Value,
            criteria.When(sla, SlaShape.When, CriterionUse.Anything()),
            sla.TryGet(SlaShape.Restart, out var types)
                ? ActivityTypesReader.Read(sla.PlaceOf(SlaShape.Restart), types)
                : null
        );
    }
}
