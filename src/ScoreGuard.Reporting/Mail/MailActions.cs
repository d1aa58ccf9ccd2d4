using ScoreGuard.Domain.Reports;

namespace ScoreGuard.Reporting.Mail;

/// <summary>Who has to do what. Nothing is decided by a link: whoever decides signs in, or types a command.</summary>
/// <param name="Commands">Only where there is no page to open.</param>
internal sealed record MailActions(IReadOnlyList<string> Sentences, IReadOnlyList<MailCommand> Commands)
{
    private const int MostSentences = 4;
    private const int MostCommands = 2;

    public static MailActions? Of(RunReport report, bool hasPage)
    {
        var sentences = report.Actions.Take(MostSentences).Select(MailWords.Sentence).ToList();
        var commands = hasPage
            ? []
            : report
                .Commands.Take(MostCommands)
                .Select(hint => new MailCommand(MailWords.Sentence(hint.Purpose), MailWords.Sentence(hint.Command)))
                .ToList();
        return sentences.Count + commands.Count == 0 ? null : new(sentences, commands);
    }
}

internal sealed record MailCommand(string Purpose, string Command);
