using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>From here to there, so many: largest first.</summary>
internal sealed record MovesView(IReadOnlyList<MoveView> Moves, string? More)
{
    private const int Most = 12;

    public static MovesView? Of(IReadOnlyList<Transfer> transfers, string nowhere)
    {
        var moves = transfers
            .Where(transfer =>
                transfer.Leads > 0 && !string.Equals(transfer.Before, transfer.After, StringComparison.Ordinal)
            )
            .OrderByDescending(transfer => transfer.Leads)
            .ToList();
        if (moves.Count == 0)
            return null;

        var rest = moves.Skip(Most).ToList();
        return new(
            [.. moves.Take(Most).Select(move => MoveView.Of(move, nowhere))],
            rest.Count == 0
                ? null
                : $"{Figures.Count(rest.Count)} more moves with {Figures.Leads(rest.Sum(move => move.Leads))}."
        );
    }
}

internal sealed record MoveView(string From, string To, string Leads)
{
    public static MoveView Of(Transfer transfer, string nowhere) =>
        new(Place(transfer.Before, nowhere), Place(transfer.After, nowhere), Figures.Count(transfer.Leads));

    public static string Place(string name, string nowhere) => name.Length == 0 ? nowhere : Shown.Name(name);
}

/// <summary>How many leads stand, or went, where.</summary>
internal sealed record TotalView(string Place, string Leads)
{
    private const int Most = 25;

    public static IReadOnlyList<TotalView> After(IReadOnlyList<Transfer> transfers, string nowhere) =>
        [
            .. transfers
                .GroupBy(transfer => transfer.After, StringComparer.Ordinal)
                .Take(Most)
                .Select(place => new TotalView(
                    MoveView.Place(place.Key, nowhere),
                    Figures.Count(place.Sum(transfer => transfer.Leads))
                )),
        ];
}
