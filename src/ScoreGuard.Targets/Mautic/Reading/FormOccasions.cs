using System.Collections.Immutable;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>Which activities fill in which forms.</summary>
internal sealed class FormOccasions(MauticConfiguration configuration, SignalOccasions occasions)
{
    /// <param name="forms">Ids; none: any form.</param>
    public ImmutableArray<Occasion> Of(IReadOnlyCollection<string> forms)
    {
        var names = configuration
            .All(MauticList.Forms)
            .Where(form => forms.Count == 0 || forms.Contains(form.Find("id").AsText()))
            .SelectMany(form =>
                new[] { form.Find("id").AsText(), form.Find("name").AsText(), form.Find("alias").AsText() }
            )
            .Concat(forms)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return occasions.Find(SignalKind.Form, signal => forms.Count == 0 || names.Contains(signal.Name) ? [] : null);
    }
}
