using System.Collections.Immutable;
using ScoreGuard.Domain.Explain;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Reports;

namespace ScoreGuard.Application.Runs;

/// <summary>The edits between the baseline's model and the one that was replayed.</summary>
internal sealed record ModelEdits(ImmutableArray<ModelEdit> Edits)
{
    public EditAttribution Attribution { get; } = new(Edits);

    public ImmutableArray<EditWords> Words =>
        [
            .. Edits.Select(edit => new EditWords(
                Lower(edit.Kind.ToString()),
                Lower(edit.Area.ToString()),
                edit.Name,
                edit.Sentence
            )),
        ];

    public static ModelEdits Between(ScoringModel? before, ScoringModel? after) =>
        new(before is null || after is null || before.Hash == after.Hash ? [] : ModelDiff.Between(before, after));

    private static string Lower(string word) => word.ToLowerInvariant();
}
