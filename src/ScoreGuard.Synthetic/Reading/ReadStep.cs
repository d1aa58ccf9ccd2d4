using System.Collections.Immutable;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>A step as the plan writes it, before anyone knows which other steps its persona has.</summary>
internal sealed record ReadStep(
    string Activity,
    string? Id,
    ReadTiming At,
    WholeRange Times,
    WholeRange? EverySeconds,
    decimal Chance,
    ImmutableArray<NameUse> If,
    ImmutableArray<NameUse> Unless,
    NameUse? Until,
    ImmutableArray<Named<ReadValue>> Properties,
    Place Place
)
{
    public string Name => Id ?? Activity;

    /// <summary>The steps that it names, repeats included.</summary>
    public IEnumerable<NameUse> Uses =>
        If.Concat(Unless).Concat(new[] { Until, At.Step }.Where(use => use is not null).Select(use => use!.Value));
}
