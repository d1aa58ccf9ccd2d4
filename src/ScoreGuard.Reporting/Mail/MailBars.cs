using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Mail;

/// <summary>Numbers with a bar each, made of table cells.</summary>
/// <param name="Heading">Null: it stands right below the verdict.</param>
/// <param name="Words">What stands above the words of the bars.</param>
/// <param name="Foot">What the numbers are of; null: nothing to add.</param>
internal sealed record MailBars(
    string? Heading,
    string? Intro,
    string Words,
    IReadOnlyList<MailBar> Bars,
    string? Foot
);

/// <param name="Width">Of the bar, in percent; null: no bar is seen.</param>
/// <param name="Rest">Of the empty part, in percent; null: the bar is full.</param>
internal sealed record MailBar(string Number, string Words, string Colour, string? Width, string? Rest)
{
    /// <param name="most">What a full bar stands for.</param>
    public static MailBar Of(string number, string words, string colour, long leads, long most)
    {
        // A single lead of many is still seen.
        var percent = leads <= 0 || most <= 0 ? 0 : Math.Max(1, (int)(leads * 100 / most));
        return new(
            number,
            words,
            colour,
            percent == 0 ? null : Figures.Plain((long)percent),
            percent == 100 ? null : Figures.Plain(100L - percent)
        );
    }
}
