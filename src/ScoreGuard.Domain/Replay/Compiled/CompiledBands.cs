using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Replay.Points;

namespace ScoreGuard.Domain.Replay.Compiled;

/// <summary>Labels, or a side of the grade: which name a score has.</summary>
internal sealed class CompiledBands
{
    public CompiledBands(LabelSet labels, ModelNames names)
    {
        Dimension = names.Dimension(labels.Dimension);
        Classes = new NumberClasses(labels.Bands.Select(b => b.From).OfType<decimal>(), scale: 1000);
        var open = labels.Bands.FirstOrDefault(b => b.From is null)?.Name;
        NameOfClass =
        [
            .. Enumerable
                .Range(0, Classes.Count)
                .Select(c =>
                    Classes.Sample(c) is { } value
                        ? labels.Bands.Where(b => b.From <= value).MaxBy(b => b.From)?.Name ?? open
                        : null
                ),
        ];
    }

    public int Dimension { get; }

    public NumberClasses Classes { get; }

    /// <summary>The band of each class; null: below all of them.</summary>
    public string?[] NameOfClass { get; }
}
