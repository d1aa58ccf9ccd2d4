using System.Text;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.JUnit;

/// <param name="Element">"failure" or "error"; null: the test passed.</param>
internal sealed record JUnitTest(string Name, string? Element, string Type, string Message, string Body)
{
    private const int MostListed = 20;

    public static JUnitTest Passed(RunReport report) => new(VerdictWords.Of(report).Badge, null, "", "", "");

    public static JUnitTest Drifted(RunReport report) =>
        new(
            VerdictWords.Of(report).Badge,
            "failure",
            VerdictCode.Of(report.Verdict),
            Shown.Sentence(report.Headline),
            VerdictWords.Of(report).Lede
        );

    public static JUnitTest Unjudged(RunReport report)
    {
        var words = VerdictWords.Of(report);
        var body = new StringBuilder(words.Lede);
        Lines(body, "", [.. report.Diagnostics.Select(diagnostic => diagnostic.ToString())]);
        Lines(body, "", report.Actions);
        Lines(body, "", [.. report.Commands.Select(hint => $"{hint.Purpose}: {hint.Command}")]);
        return new(
            words.Badge,
            "error",
            VerdictCode.Of(report.Verdict),
            Shown.Sentence(report.Headline),
            body.ToString()
        );
    }

    public static JUnitTest More(int causes) =>
        new(
            $"{Figures.Plain(causes)} more causes",
            "failure",
            "more",
            $"{Figures.Plain(causes)} more causes are in report.json.",
            ""
        );

    public static JUnitTest Of(Cause cause, RunReport report)
    {
        var preview = report.IsPreview();
        var kinds = string.Join(
            ", ",
            cause.Kinds.Select(kind => $"{Figures.Plain(kind.Count)} {ChangeWords.Of(kind.What, preview)}")
        );
        var type = cause.Kinds.IsEmpty ? "detail" : Codes.Of(cause.Kinds.Min(kind => kind.What));
        var body = new StringBuilder();
        Lines(body, "Edit: ", cause.Edits);
        Lines(body, "Changed: ", [.. cause.Fields.Select(ChangeWords.OfField)]);
        Lines(body, "Rule: ", cause.Rules);
        Lines(body, "", TraitWords.Of(cause));
        Lines(body, "Lead: ", cause.Examples);
        return new(
            $"cause {cause.Id}",
            "failure",
            type,
            $"{Figures.Plain((long)cause.Leads)} leads: {kinds}",
            body.ToString()
        );
    }

    private static void Lines(StringBuilder body, string lead, IReadOnlyList<string> texts)
    {
        foreach (var text in texts.Take(MostListed))
            body.Append(body.Length == 0 ? "" : "\n").Append(lead).Append(Shown.Sentence(text));

        if (texts.Count > MostListed)
            body.Append('\n').Append(lead).Append(Figures.Plain(texts.Count - MostListed)).Append(" more");
    }
}
