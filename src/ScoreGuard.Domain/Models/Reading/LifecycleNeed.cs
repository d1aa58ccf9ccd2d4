using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>Sections that mean nothing without stages.</summary>
internal static class LifecycleNeed
{
    public static void Check(RecordReader model, RecordKey section, ModelNames names)
    {
        if (!names.HasLifecycle)
        {
            model.KeyError(
                section,
                ModelCodes.NoLifecycle,
                $"{Quote.Code(section.Name)} is about stages, and the model has no `lifecycle`; define one, or remove the section."
            );
        }
    }
}
