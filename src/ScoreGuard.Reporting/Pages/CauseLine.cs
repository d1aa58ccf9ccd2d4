using System.Collections.Immutable;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Reporting.Json;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Pages;

/// <summary>A cause that somebody may decide about.</summary>
/// <param name="Leads">"12 leads"; null where the report that tells it is gone.</param>
/// <param name="Story">The edits behind it, or the rules that made the difference.</param>
/// <param name="Chosen">It was ticked before.</param>
public sealed record CauseLine(string Id, string? Leads, string Kinds, IReadOnlyList<string> Story, bool Chosen)
{
    private const int MostSentences = 4;

    /// <param name="causes">Of the run's record, which a decision is bound to.</param>
    /// <param name="told">What the run's report tells of them.</param>
    public static IReadOnlyList<CauseLine> Of(
        ImmutableArray<DecidedCause> causes,
        IReadOnlyDictionary<string, ReportedCause> told,
        bool preview,
        IReadOnlyCollection<string> chosen
    ) =>
        [
            .. causes.Select(cause =>
                told.TryGetValue(cause.Id, out var known)
                    ? Of(known, preview, chosen.Contains(cause.Id))
                    : new(Shown.Name(cause.Id), null, "", [], chosen.Contains(cause.Id))
            ),
        ];

    private static CauseLine Of(ReportedCause cause, bool preview, bool chosen) =>
        new(
            Shown.Name(cause.Id),
            Figures.Leads(cause.Leads),
            string.Join(
                ", ",
                cause.Kinds.Select(kind =>
                    cause.Kinds.Count == 1
                        ? ChangeWords.Of(kind.What, preview)
                        : $"{Figures.Count(kind.Count)} {ChangeWords.Of(kind.What, preview)}"
                )
            ),
            cause.Edits.Count > 0 ? [.. cause.Edits.Take(MostSentences).Select(Shown.Sentence)]
                : cause.Rules.Count > 0
                    ?
                    [
                        $"No edit of the model. Rules: {string.Join(", ", cause.Rules.Take(MostSentences).Select(Shown.Name))}",
                    ]
                : cause.Sentences.Count > 0 ? [.. cause.Sentences.Take(MostSentences).Select(Shown.Sentence)]
                : ["No edit of the model."],
            chosen
        );
}
