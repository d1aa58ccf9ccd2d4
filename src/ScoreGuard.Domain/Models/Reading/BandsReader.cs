using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>The sections <c>labels</c> and <c>grade</c>.</summary>
internal sealed class BandsReader(ModelNames names)
{
    public ImmutableArray<LabelSet> Labels(RecordReader model)
    {
        var read = ImmutableArray.CreateBuilder<LabelSet>();
        foreach (var labels in model.Get(ModelShape.Labels, []))
        {
            if (!names.Dimensions.TryFind(labels.Name, out _) && names.Dimensions.IsComplete)
            {
                labels.NameError(
                    ModelCodes.UnknownDimension,
                    names.Dimensions.Unknown(labels.Name, labels.Mapping.Diagnostics)
                );
            }

            read.Add(Set(labels.Name, labels.Value, "label"));
        }

        return read.ToImmutable();
    }

    public Grade? Grade(RecordReader model)
    {
        if (model.Find(ModelShape.Grade) is not { } grade)
        {
            return null;
        }

        var rows = Axis(grade, BandsShape.Rows);
        var columns = Axis(grade, BandsShape.Columns);
        return rows is null || columns is null ? null : new(rows, columns);
    }

    private LabelSet? Axis(RecordReader grade, Key<RecordReader> side)
    {
        if (grade.Find(side) is not { } axis)
        {
            return null;
        }

        var score = axis.Find(BandsShape.Score);
        if (score is not null)
        {
            names.Dimensions.Resolves(score);
        }

        return Set(score?.Value ?? "", axis.Get(BandsShape.GradeBands, []), "band");
    }

    private static LabelSet Set(string dimension, ImmutableArray<Named<decimal?>> bands, string noun)
    {
        CaseClash.Report(bands.Select(band => (band.Name, (Action<DiagnosticCode, string>)band.NameError)), noun);
        foreach (var equal in bands.GroupBy(band => band.Value))
        {
            var first = equal.First();
            foreach (var band in equal.Skip(1))
            {
                band.Place.Error(
                    ModelCodes.EqualBounds,
                    $"{Quote.Code(band.Name)} and {Quote.Code(first.Name)} begin at the same bound; give each its own."
                );
            }
        }

        return new(dimension, [.. bands.Select(band => new Band(band.Name, band.Value))]);
    }
}
