using System.Numerics;
using System.Text.Json;

namespace ScoreGuard.Testing.Oracle;

/// <summary>Section 5: the values of dimensions at this instant, worked out of the ledger each time; in thousandths.</summary>
internal sealed class Scores
{
    private readonly JsonElement model;
    private readonly State state;
    private readonly Criteria criteria;

    public Scores(JsonElement model, State state)
    {
        this.model = model;
        this.state = state;
        criteria = new(model, state, this);
    }

    public Criteria Criteria => criteria;

    /// <summary>Null: missing.</summary>
    public BigInteger? Score(string name)
    {
        var dimension = model.Get("scores").Get(name);
        if (dimension.Find("sum") is { } sum)
            return Sum(sum) is { } total ? Clamp(total, dimension) : null;
        if (dimension.Find("unscored") is not null && !IsScored(name))
            return null;
        var value = dimension.Number("start")?.Thousandths ?? 0;
        foreach (var group in dimension.Entries("groups"))
            value += Clamp(Contributed(name, group.Name), group.Value);
        value += Contributed(name, group: null);
        return Clamp(value, dimension);
    }

    public string? Label(string dimension) =>
        model.Get("labels").Find(dimension) is { } bands ? Band(Score(dimension), bands) : null;

    public string? Grade()
    {
        if (model.Find("grade") is not { } grade)
            return null;
        var (rows, columns) = (grade.Get("rows"), grade.Get("columns"));
        var row = Band(Score(rows.Text("score")), rows.Get("bands"));
        var column = Band(Score(columns.Text("score")), columns.Get("bands"));
        return row is null || column is null ? null : row + column;
    }

    /// <summary>What one rule contributes now.</summary>
    public BigInteger Contribution(string dimension, JsonElement rule)
    {
        var id = rule.Text("id");
        if (!rule.IsAttributeRule())
        {
            return state
                .Ledger(dimension)
                .Where(entry => entry.RuleId == id)
                .Aggregate(BigInteger.Zero, (sum, entry) => sum + Ageing.Worth(entry, state.Now));
        }
        var counts = criteria.AreTrue(rule) || (rule.Flag("keep") && state.TrueAtAnEnd.Contains(id));
        return counts ? rule.Number("points")!.Value.Thousandths : 0;
    }

    /// <summary>What the ledger is worth now, without start, attribute rules and clamps.</summary>
    public BigInteger LedgerWorth(string dimension) =>
        state.Ledger(dimension).Aggregate(BigInteger.Zero, (sum, entry) => sum + Ageing.Worth(entry, state.Now));

    private BigInteger Contributed(string dimension, string? group)
    {
        var sum = BigInteger.Zero;
        foreach (var (_, rule) in model.Rules().Where(rule => rule.Dimension == dimension))
        {
            if (rule.Find("group")?.GetString() == group)
                sum += Contribution(dimension, rule);
        }
        return sum;
    }

    private bool IsScored(string dimension) =>
        model
            .Rules()
            .Where(rule => rule.Dimension == dimension)
            .Any(rule =>
            {
                var id = rule.Rule.Text("id");
                return rule.Rule.IsAttributeRule()
                    ? criteria.AreTrue(rule.Rule) || state.TrueAtAnEnd.Contains(id)
                    : state.Firings.Any(firing => firing.Rule == id);
            });

    private BigInteger? Sum(JsonElement weights)
    {
        var millionths = BigInteger.Zero;
        foreach (var weight in weights.EnumerateObject())
        {
            if (Score(weight.Name) is not { } score)
                return null;
            millionths += score * ExactNumber.Read(weight.Value.GetRawText()).Scaled(6);
        }
        return ExactNumber.Round(millionths, 1_000_000);
    }

    private static BigInteger Clamp(BigInteger value, JsonElement bounds)
    {
        if (bounds.Number("min") is { } min)
            value = BigInteger.Max(value, min.Thousandths);
        if (bounds.Number("max") is { } max)
            value = BigInteger.Min(value, max.Thousandths);
        return value;
    }

    private static string? Band(BigInteger? score, JsonElement bands)
    {
        if (score is not { } value)
            return null;
        (string? Name, BigInteger? From) best = (null, null);
        foreach (var band in bands.EnumerateObject())
        {
            BigInteger? from =
                band.Value.ValueKind == JsonValueKind.Null
                    ? null
                    : ExactNumber.Read(band.Value.GetRawText()).Thousandths;
            if (from > value)
                continue;
            if (best.Name is null || best.From is null || from > best.From)
                best = (band.Name, from);
        }
        return best.Name;
    }
}
