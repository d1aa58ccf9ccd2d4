using System.Collections.Immutable;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Reports;

/// <summary>Leads that all went from one stage, or one label, to the same other one.</summary>
/// <param name="Before">"": they had none.</param>
/// <param name="After">"": they have none now.</param>
/// <param name="Direction">+1 up, −1 down in the labels' order; 0: that is not known.</param>
public sealed record LeadMove(long Leads, string Before, string After, int Direction)
{
    /// <summary>The largest of them; of stages before labels where both are as large.</summary>
    public static LeadMove? Largest(DriftSummary summary, ScoringModel? model) =>
        summary
            .Stages.Select(move => (Move: move, Direction: 0))
            .Concat(
                summary.Labels.SelectMany(labels =>
                    labels.Moves.Select(move => (Move: move, Direction: DirectionOf(move, labels.Dimension, model)))
                )
            )
            .Where(moved => moved.Move.Before != moved.Move.After && moved.Move.Leads > 0)
            .OrderByDescending(moved => moved.Move.Leads)
            .Select(moved => new LeadMove(moved.Move.Leads, moved.Move.Before, moved.Move.After, moved.Direction))
            .FirstOrDefault();

    /// <summary>"fall from Warm to Cold".</summary>
    /// <param name="name">How the form prints a name.</param>
    public string Words(bool preview, Func<string, string> name) =>
        $"{Verb(preview)} from {Named(Before, name)} to {Named(After, name)}";

    private string Verb(bool preview)
    {
        var verb = Direction switch
        {
            > 0 => "rise",
            < 0 => "fall",
            _ => "go",
        };
        return preview ? $"would {verb}"
            : Leads > 1 ? verb
            : verb + (verb == "go" ? "es" : "s");
    }

    private static string Named(string text, Func<string, string> name) => text.Length == 0 ? "none" : name(text);

    private static int DirectionOf(Transfer move, string dimension, ScoringModel? model)
    {
        var bands = model?.Labels.FirstOrDefault(labels => labels.Dimension == dimension)?.Bands ?? [];
        var (was, now) = (Place(bands, move.Before), Place(bands, move.After));
        return was is null || now is null ? 0 : now.Value.CompareTo(was.Value);
    }

    private static decimal? Place(ImmutableArray<Band> bands, string name)
    {
        var band = bands.FirstOrDefault(band => band.Name == name);
        return band is null ? null : band.From ?? decimal.MinValue;
    }
}
