using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ScoreGuard.Testing.Generators;

/// <summary>One seed, one case.</summary>
internal static class CaseMaker
{
    public static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static GeneratedCase Make(int seed)
    {
        var dice = new Dice(seed);
        var grid = new Grid(dice);
        var vocabulary = new Vocabulary();
        var model = new ModelMaker(dice, grid, vocabulary).Model();
        var leads = new StringBuilder();
        var maker = new LeadMaker(dice, grid, vocabulary);
        for (var i = dice.Between(1, 4); i > 0; i--)
        {
            leads.Append(maker.Lead("L" + i).ToJsonString(dice.Chance(50) ? Relaxed : null)).Append('\n');
            if (dice.Chance(5))
                leads.Append(" \n");
        }
        return new(model.ToJsonString(Indented), leads.ToString(), AsOf(dice, grid));
    }

    /// <summary>A plain spelling: <c>--as-of</c> is no place for surprises.</summary>
    private static string AsOf(Dice dice, Grid grid) =>
        grid.AsOf.TimeOfDay == TimeSpan.Zero && dice.Chance(10)
            ? grid.AsOf.ToString("yyyy-MM-dd")
            : grid.AsOf.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
