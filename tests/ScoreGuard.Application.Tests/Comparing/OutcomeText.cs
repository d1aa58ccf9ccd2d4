using System.Globalization;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Application.Tests.Comparing;

/// <summary>Spells the outcomes that these tests make; names in them need no escapes.</summary>
internal static class OutcomeText
{
    public static string Of(Outcome outcome)
    {
        var parts = new List<string> { $"\"lead\":\"{outcome.Lead}\"" };
        Add("scores", outcome.Scores.Select(score => $"\"{score.Dimension}\":{Number(score.Value)}"), '{', '}');
        if (outcome.Stage is not null)
        {
            parts.Add($"\"stage\":\"{outcome.Stage}\"");
        }

        Add(
            "history",
            outcome.History.Select(entry => $"{{\"stage\":\"{entry.Stage}\",\"at\":\"{entry.At}\"{By(entry.By)}}}"),
            '[',
            ']'
        );
        Add(
            "routes",
            outcome.Routes.Select(route =>
                $"{{\"at\":\"{route.At}\",\"stage\":\"{route.Stage}\",\"to\":\"{route.To}\"{By(route.By)}}}"
            ),
            '[',
            ']'
        );
        Add("rules", outcome.Rules.Select(rule => $"\"{rule.Rule}\":{Number(rule.Points)}"), '{', '}');
        if (outcome.Error is { } error)
        {
            parts.Add($"\"error\":{{\"code\":\"{error.Code}\",\"at\":\"{error.At}\"}}");
        }

        return $"{{{string.Join(',', parts)}}}\n";

        void Add(string name, IEnumerable<string> items, char open, char close)
        {
            var text = string.Join(',', items);
            if (text.Length > 0)
            {
                parts.Add($"\"{name}\":{open}{text}{close}");
            }
        }
    }

    private static string By(string? by) => by is null ? "" : $",\"by\":\"{by}\"";

    private static string Number(decimal? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "null";
}
