using System.Numerics;
using System.Text.Json;

namespace ScoreGuard.Testing.Oracle;

/// <summary>Section 5: what a rule writes into its dimension's ledger when it fires, and whether its limit lets it.</summary>
internal sealed class Firings(State state, Scores scores)
{
    public void Fire(string dimension, JsonElement rule)
    {
        var id = rule.Text("id");
        if (!HasTimesLeft(rule, id))
            return;
        var ledger = state.Ledger(dimension);
        BigInteger written;
        if (rule.Number("set") is { } set)
        {
            written = set.Thousandths;
            ledger.Clear();
        }
        else if (rule.Number("multiply") is { } multiply)
        {
            written = ExactNumber.Round(scores.LedgerWorth(dimension) * multiply.Scaled(6), 1_000_000);
            ledger.Clear();
        }
        else
        {
            written = Cut(rule, id, rule.Number("points")!.Value.Thousandths);
            if (written.IsZero)
                return;
        }
        ledger.Add(new(rule, state.Now, written));
        state.Firings.Add(new(id, state.Now, written));
    }

    private bool HasTimesLeft(JsonElement rule, string id)
    {
        if (rule.Flag("once"))
            return !state.Firings.Exists(firing => firing.Rule == id);
        return rule.Find("limit") is not { } limit
            || limit.Find("times") is not { } times
            || Remembered(limit, id).Count() < times.GetInt32();
    }

    private BigInteger Cut(JsonElement rule, string id, BigInteger points)
    {
        if (rule.Find("limit") is not { } limit || limit.Number("points") is not { } most)
            return points;
        var granted = Remembered(limit, id)
            .Aggregate(BigInteger.Zero, (sum, firing) => sum + BigInteger.Abs(firing.Thousandths));
        var size = BigInteger.Min(BigInteger.Abs(points), BigInteger.Max(0, most.Thousandths - granted));
        return points.Sign < 0 ? -size : size;
    }

    /// <summary>This rule's firings in the limit's window; without one, all of them.</summary>
    private IEnumerable<Firing> Remembered(JsonElement limit, string id) =>
        state.Firings.Where(firing =>
            firing.Rule == id && (limit.Duration("per") is not { } per || firing.At > state.Now - per)
        );
}
