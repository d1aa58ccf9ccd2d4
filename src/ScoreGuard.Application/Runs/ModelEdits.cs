using System.Collections.Immutable;
using ScoreGuard.Application.Models;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Explain;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Runs;

/// <summary>The edits between the baseline's model and the one that was replayed.</summary>
/// <param name="Elsewhere">Edits of a platform's configuration, which did not score here: nothing is put down to them.</param>
internal sealed record ModelEdits(ImmutableArray<ModelEdit> Edits, ImmutableArray<ModelEdit> Elsewhere)
{
    public static ModelEdits None { get; } = new([], []);

    public EditAttribution Attribution { get; } = new(Edits);

    public ImmutableArray<EditWords> Words =>
        [
            .. Edits
                .Concat(Elsewhere)
                .Select(edit => new EditWords(
                    Lower(edit.Kind.ToString()),
                    Lower(edit.Area.ToString()),
                    edit.Name,
                    edit.Sentence
                )),
        ];

    /// <param name="target">What the run says of its target; null: a model file.</param>
    public static async Task<ModelEdits> FindAsync(
        WorkspaceContext context,
        TargetFacts? target,
        (ScoringModel? Before, ScoringModel? After) models,
        CancellationToken cancellationToken
    )
    {
        return new(
            Between(models.Before, models.After),
            target is { ApprovedReadModelHash: { } before, ReadModelHash: { } after } && before != after
                ? Between(await ModelAsync(before), await ModelAsync(after))
                : []
        );

        Task<ScoringModel?> ModelAsync(string hash) =>
            ModelFile.FindAsync(context.Stores.Models, hash, context.Zones, cancellationToken);
    }

    private static ImmutableArray<ModelEdit> Between(ScoringModel? before, ScoringModel? after) =>
        before is null || after is null || before.Hash == after.Hash ? [] : ModelDiff.Between(before, after);

    private static string Lower(string word) => word.ToLowerInvariant();
}
