using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Cli.Terminals;

/// <summary>Asks about one cause after the other.</summary>
internal static class CauseQuestion
{
    public const char Accept = 'a';
    public const char Reject = 'r';
    public const char Skip = 's';
    public const char Quit = 'q';

    public static char Ask(Cause cause, int number, int of)
    {
        Screen.Line();
        Screen.Line($"Cause {number} of {of} ({cause.Id}): {Counted.Of(cause.Leads, "lead")}");
        Screen.Line($"  {string.Join(", ", cause.Kinds.Select(kind => $"{kind.Count} {kind.What}"))}");
        Line("changed", cause.Fields);
        Line("moved by", cause.Rules);
        Line("edits", cause.Edits);
        foreach (var sentence in TraitWords.Of(cause))
        {
            Screen.Line($"  {sentence}");
        }

        Line("examples", cause.Examples);
        while (true)
        {
            Console.Out.Write("[a]ccept, [r]eject, [s]kip, [q]uit? ");
            var answer = Console.ReadLine();
            if (answer is null)
            {
                return Quit;
            }

            if (answer.Trim() is [Accept or Reject or Skip or Quit, ..] given)
            {
                return given[0];
            }
        }
    }

    public static string AskReason(DecisionKind kind, int causes)
    {
        string? reason;
        do
        {
            Console.Out.Write($"Why do you {kind.ToString().ToLowerInvariant()} {causes} of the causes? ");
            reason = Console.ReadLine();
        } while (reason is not null && string.IsNullOrWhiteSpace(reason));

        return reason ?? "";
    }

    private static void Line(string what, IReadOnlyCollection<string> items)
    {
        if (items.Count > 0)
        {
            Screen.Line($"  {what}: {string.Join(", ", items)}");
        }
    }
}
