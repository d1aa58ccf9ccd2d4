using ScoreGuard.Domain.Reports;

namespace ScoreGuard.Reporting.Words;

/// <summary>The Sales line in sentences.</summary>
internal static class SalesWords
{
    /// <param name="name">How the form prints a stage's name.</param>
    public static string Of(SalesLine sales, Func<string, string> name)
    {
        var meaning = Meaning(sales, name);
        var net = Figures.Signed(sales.After - sales.Before);
        var movement = $"{Figures.Leads(sales.Before)} before, {Figures.Count(sales.After)} now ({net}).";
        return string.Join(' ', new[] { meaning, movement }.Where(words => words.Length > 0));
    }

    /// <summary>Empty where the model has no stage that stands for Sales.</summary>
    public static string Meaning(SalesLine sales, Func<string, string> name) =>
        sales.Stages.IsEmpty
            ? ""
            : $"A lead reaches Sales when it enters {string.Join(" or ", sales.Stages.Take(8).Select(name))}.";
}
