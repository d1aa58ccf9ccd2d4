using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>Ranges of numbers as plans spell them.</summary>
internal static class RangeText
{
    /// <summary>Reads <c>1..4</c> or <c>3</c>; the ends may be in the wrong order.</summary>
    public static (decimal Low, decimal High)? Find(string text)
    {
        var ends = text.Split("..");
        return
            ends.Length <= 2
            && NumberText.Read(ends[0], out var low) == NumberText.Reading.Number
            && NumberText.Read(ends[^1], out var high) == NumberText.Reading.Number
            ? (low, high)
            : null;
    }

    /// <summary>Reports a range whose ends are in the wrong order.</summary>
    public static bool IsUpright(Place place, bool upright)
    {
        if (!upright)
        {
            place.Error(
                LeadPlanCodes.ReversedRange,
                $"The range {Quote.Code(((DocumentNode.Scalar)place.Node).Text)} ends before it begins; put the smaller end first."
            );
        }

        return upright;
    }
}
