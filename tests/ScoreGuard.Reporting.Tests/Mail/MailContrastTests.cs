using System.Globalization;
using AngleSharp.Dom;

namespace ScoreGuard.Reporting.Tests.Mail;

/// <summary>WCAG 2 contrast of each text, as the mail is written and as a program shows it that inverts every colour.</summary>
public sealed class MailContrastTests
{
    private const double Enough = 4.5;

    public static TheoryData<string> Names => Mails.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_has_contrast_enough_as_written_and_inverted(string name)
    {
        var texts = Mails
            .Document(Mails.All[name].Html)
            .Body!.Descendants<IText>()
            .Where(text => !string.IsNullOrWhiteSpace(text.Data))
            .ToList();

        texts.Count.ShouldBeGreaterThan(10);
        foreach (var text in texts)
        {
            var (front, back) = (Colour(text, "color"), Colour(text, "background-color"));
            Contrast(front, back).ShouldBeGreaterThanOrEqualTo(Enough, $"{front} on {back}: {text.Data}");
            Contrast(Inverted(front), Inverted(back))
                .ShouldBeGreaterThanOrEqualTo(Enough, $"{front} on {back} inverted");
        }
    }

    [Fact]
    public void The_contrast_of_black_on_white_is_21_and_of_a_known_grey_4_54()
    {
        Contrast("#000000", "#ffffff").ShouldBe(21, 0.001);
        Contrast("#767676", "#ffffff").ShouldBe(4.54, 0.01);
    }

    /// <summary>The nearest element that sets the property decides: nothing else is used but inline styles.</summary>
    private static string Colour(IText text, string property) =>
        text.GetAncestors()
            .OfType<IElement>()
            .SelectMany(element => (element.GetAttribute("style") ?? "").Split(';'))
            .Select(style => style.Split(':'))
            .First(style => style[0] == property)[1];

    private static string Inverted(string colour) =>
        "#" + string.Concat(Channels(colour).Select(channel => (255 - channel).ToString("x2")));

    private static double Contrast(string front, string back)
    {
        var (x, y) = (Luminance(front), Luminance(back));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var linear = Channels(colour)
            .Select(channel => channel / 255.0)
            .Select(value => value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))
            .ToList();
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static List<int> Channels(string colour)
    {
        colour.ShouldMatch("^#[0-9a-f]{6}$");
        return
        [
            .. Enumerable.Range(0, 3).Select(at => int.Parse(colour.AsSpan(1 + 2 * at, 2), NumberStyles.HexNumber)),
        ];
    }
}
