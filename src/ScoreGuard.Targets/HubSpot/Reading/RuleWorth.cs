using System.Text.Json.Nodes;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>Numbers as the model takes them: at most three decimals, within a thousand million.</summary>
internal static class RuleWorth
{
    private const decimal Most = 1_000_000_000;

    /// <returns>False: the rule would give nothing.</returns>
    public static bool TryPut(JsonObject rule, decimal value, Verdict verdict)
    {
        var points = Of(value, verdict);
        if (points == 0)
        {
            return false;
        }

        rule["points"] = points;
        return true;
    }

    public static decimal Of(decimal value, Verdict verdict)
    {
        var rounded = Math.Clamp(Math.Round(value, 3, MidpointRounding.AwayFromZero), -Most, Most);
        if (rounded != value)
        {
            verdict.Approximate("points have at most three decimals");
        }

        return rounded / 1.000m;
    }
}
