using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>Who has to act, and what to type.</summary>
/// <param name="Outcomes">What to look through before; null: nothing.</param>
internal sealed record ActionsView(
    string Heading,
    IReadOnlyList<string> Sentences,
    OutcomesView? Outcomes,
    IReadOnlyList<CommandView> Commands
)
{
    private const int Most = 8;

    public static ActionsView? Of(RunReport report)
    {
        var sentences = report.Actions.Take(Most).Select(Shown.Sentence).ToList();
        var commands = report.Commands.Take(Most).Select(CommandView.Of).ToList();
        if (report.Verdict == Verdict.NoBaseline && commands.Count == 0)
            sentences.Add("To approve these outcomes as the first baseline, use the command “scoreguard decide”.");
        if (report.Verdict == Verdict.Broken && sentences.Count == 0)
            sentences.Add("Put right what is listed below, then start the run again.");
        if (sentences.Count == 0 && commands.Count == 0)
            return null;

        return new(
            sentences.Count == 0 ? "What to do next" : HeadingOf(report.Verdict),
            sentences,
            OutcomesView.Of(report),
            commands
        );
    }

    private static string HeadingOf(Verdict verdict) =>
        verdict switch
        {
            Verdict.Drift => "Who has to act",
            Verdict.Broken => "What to do now",
            Verdict.NoBaseline => "How to approve",
            _ => "What to do next",
        };
}

internal sealed record CommandView(string Purpose, string Command)
{
    // A command that is cut cannot be pasted, so it is shown as a sentence is.
    public static CommandView Of(CommandHint hint) => new(Shown.Sentence(hint.Purpose), Shown.Sentence(hint.Command));
}
