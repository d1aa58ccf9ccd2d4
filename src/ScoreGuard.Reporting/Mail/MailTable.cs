using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Mail;

/// <summary>A table of two columns: a figure or a name, and what there is to say of it.</summary>
/// <param name="More">What is left out; null: nothing.</param>
internal sealed record MailTable(
    string Heading,
    string? Intro,
    string Head,
    string Words,
    IReadOnlyList<MailRow> Rows,
    string? More
)
{
    /// <param name="more">Says how many are left out.</param>
    /// <returns>Null where there is nothing to show.</returns>
    public static MailTable? Of<T>(
        (string Heading, string? Intro, string Head, string Words) titles,
        IReadOnlyCollection<T> items,
        int most,
        Func<T, MailRow> row,
        Func<IReadOnlyList<T>, string> more
    )
    {
        if (items.Count == 0 || most == 0)
            return null;

        var rest = items.Skip(most).ToList();
        return new(
            titles.Heading,
            titles.Intro,
            titles.Head,
            titles.Words,
            [.. items.Take(most).Select(row)],
            rest.Count == 0 ? null : more(rest)
        );
    }

    /// <param name="with">What to say of them besides, as ", with 12 leads".</param>
    public static string Others(int count, string one, string many, string with = "") =>
        count == 1 ? $"And one more {one}{with}." : $"And {Figures.Count(count)} more {many}{with}.";
}

/// <param name="Details">A line each.</param>
internal sealed record MailRow(string Head, string Words, IReadOnlyList<string> Details);
