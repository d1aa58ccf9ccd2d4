using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Explain;

namespace ScoreGuard.Testing.SeededDefects;

/// <summary>A small edit of a sample's model that breaks it in a way known from practice, and what a report must say of it.</summary>
/// <param name="Mode">The failure mode, 1 to 10, in the order of how often users meet it.</param>
/// <param name="Story">What goes wrong for whom.</param>
/// <param name="Old">Stands exactly once in the sample's <c>model.yaml</c>.</param>
/// <param name="Sentence">How the edit must be told.</param>
/// <param name="Lead">A pinned lead that must move.</param>
/// <param name="Kind">What that means for it.</param>
public sealed record SeededDefect(
    int Mode,
    string Story,
    string Sample,
    string Old,
    string New,
    EditKind Edit,
    EditArea Area,
    string Name,
    string Sentence,
    string Lead,
    ChangeKind Kind
)
{
    /// <summary>The sample's model with the defect in it.</summary>
    /// <exception cref="InvalidOperationException">The sample has changed: <see cref="Old"/> no longer stands in it exactly once.</exception>
    public string SeedInto(string model)
    {
        var at = model.IndexOf(Old, StringComparison.Ordinal);
        return at >= 0 && model.IndexOf(Old, at + 1, StringComparison.Ordinal) < 0
            ? model.Replace(Old, New, StringComparison.Ordinal)
            : throw new InvalidOperationException($"Not exactly once in samples/{Sample}/model.yaml: {Old}");
    }

    public override string ToString() => $"{Mode}: {Name} ({Sample})";
}
