using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>Before × after. More than <see cref="Most"/> places do not fit a page: those that moved least become one, "all others".</summary>
internal sealed record MatrixView(
    IReadOnlyList<string> Places,
    IReadOnlyList<MatrixRow> Rows,
    IReadOnlyList<string> Totals,
    string Total
)
{
    private const int Narrow = 5;
    private const int Most = 10;
    private const string Others = "all others";

    /// <summary>A class of the style sheet for one that needs the whole width; empty: it may stand beside the moves.</summary>
    public string Width => Places.Count > Narrow ? "wide" : "";

    public static MatrixView Of(IReadOnlyList<Transfer> transfers, string nowhere)
    {
        var places = Chosen(transfers);
        var seats = places.Select((place, at) => (place, at)).ToDictionary(seat => seat.place, seat => seat.at);
        var folded = transfers.Any(transfer =>
            !seats.ContainsKey(transfer.Before) || !seats.ContainsKey(transfer.After)
        );
        var size = places.Count + (folded ? 1 : 0);
        var cells = new long[size, size];
        // Leads that stay within "all others" although they moved between two of them must not look unmoved.
        var movedAmongOthers = 0L;
        foreach (var transfer in transfers)
        {
            var (row, column) = (Seat(transfer.Before), Seat(transfer.After));
            cells[row, column] += transfer.Leads;
            if (row == places.Count && !string.Equals(transfer.Before, transfer.After, StringComparison.Ordinal))
                movedAmongOthers += column == places.Count ? transfer.Leads : 0;
        }

        var names = places.Select(place => MoveView.Place(place, nowhere)).ToList();
        if (folded)
            names.Add(
                movedAmongOthers == 0 ? Others : $"{Others} ({Figures.Count(movedAmongOthers)} moved among them)"
            );
        return new(
            names,
            [.. Enumerable.Range(0, size).Select(row => MatrixRow.Of(names[row], row, cells))],
            [
                .. Enumerable
                    .Range(0, size)
                    .Select(column => Figures.Count(Enumerable.Range(0, size).Sum(row => cells[row, column]))),
            ],
            Figures.Count(transfers.Sum(transfer => transfer.Leads))
        );

        int Seat(string place) => seats.TryGetValue(place, out var at) ? at : places.Count;
    }

    /// <summary>In the order of their first mention, which is the model's.</summary>
    private static List<string> Chosen(IReadOnlyList<Transfer> transfers)
    {
        var moved = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var place in transfers.SelectMany(transfer => new[] { transfer.Before, transfer.After }))
            moved.TryAdd(place, 0);
        foreach (var transfer in transfers)
        {
            if (string.Equals(transfer.Before, transfer.After, StringComparison.Ordinal))
                continue;

            moved[transfer.Before] += transfer.Leads;
            moved[transfer.After] += transfer.Leads;
        }

        var order = transfers
            .SelectMany(transfer => new[] { transfer.Before, transfer.After })
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (order.Count <= Most)
            return order;

        var kept = order.OrderByDescending(place => moved[place]).Take(Most - 1).ToHashSet(StringComparer.Ordinal);
        return [.. order.Where(kept.Contains)];
    }
}

internal sealed record MatrixRow(string Place, IReadOnlyList<MatrixCell> Cells, string Total)
{
    public static MatrixRow Of(string place, int row, long[,] cells)
    {
        var columns = Enumerable.Range(0, cells.GetLength(1)).ToList();
        return new(
            place,
            [.. columns.Select(column => MatrixCell.Of(cells[row, column], row == column))],
            Figures.Count(columns.Sum(column => cells[row, column]))
        );
    }
}

/// <param name="Style">A class: <c>same</c> on the diagonal, <c>moved</c> off it, <c>nobody</c>.</param>
internal sealed record MatrixCell(string Leads, string Style)
{
    public static MatrixCell Of(long leads, bool same) =>
        leads == 0 ? new("·", "nobody")
        : same ? new(Figures.Count(leads), "same")
        : new(Figures.Count(leads), "moved");
}
