using FsCheck;
using FsCheck.Fluent;
using ScoreGuard.Domain.Explain;

namespace ScoreGuard.Domain.Tests.Explain;

public sealed class ModelDiffProperties
{
    private static readonly System.Collections.Immutable.ImmutableArray<SinglePointMutations.Mutation> Mutations =
        SinglePointMutations.Of(DiffModel.Acme);

    [Fact]
    public void A_model_differs_from_itself_in_nothing() =>
        ModelDiff.Between(DiffModel.Acme, DiffModel.Acme).ShouldBeEmpty();

    [Fact]
    public void The_walk_finds_points_in_every_section() => Mutations.Length.ShouldBeGreaterThan(350);

    [Fact]
    public void Every_single_point_mutation_has_an_edit_that_names_its_part()
    {
        var untold = Mutations
            .Where(mutation =>
                !ModelDiff
                    .Between(DiffModel.Acme, mutation.Model)
                    .Any(edit =>
                        (
                            edit.Name.TrimEnd('x') == mutation.Part.TrimEnd('x')
                            || edit.Area is EditArea.Grade or EditArea.Model
                        ) && edit.Sentence.EndsWith('.')
                    )
            )
            .Select(mutation => mutation.Place);
        untold.ShouldBeEmpty();
    }

    [Fact]
    public void Different_mutations_of_one_part_are_told_in_different_words()
    {
        var alike = Mutations
            .Select(mutation =>
                (
                    mutation.Place,
                    Words: string.Join(
                        '\n',
                        ModelDiff.Between(DiffModel.Acme, mutation.Model).Select(edit => edit.Sentence)
                    )
                )
            )
            .GroupBy(told => told.Words)
            .Where(same => same.Count() > 1)
            .Select(same => string.Join(" = ", same.Select(told => told.Place)));
        alike.ShouldBeEmpty();
    }

    [Fact]
    public void Exchanging_the_models_mirrors_the_edits() =>
        Prop.ForAll(
                Two(),
                pair =>
                    Seen(ModelDiff.Between(pair.Item1.Model, pair.Item2.Model))
                        .SequenceEqual(Seen(ModelDiff.Between(pair.Item2.Model, pair.Item1.Model).Select(Mirrored)))
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Models_that_differ_at_two_points_are_told_of_both() =>
        Prop.ForAll(
                Two(),
                pair =>
                    pair.Item1.Part == pair.Item2.Part
                    || IsWithin(pair.Item1.Place, pair.Item2.Place)
                    || IsWithin(pair.Item2.Place, pair.Item1.Place)
                    || ModelDiff.Between(pair.Item1.Model, pair.Item2.Model).Length >= 2
            )
            .QuickCheckThrowOnFailure();

    private static Arbitrary<(SinglePointMutations.Mutation, SinglePointMutations.Mutation)> Two() =>
        Gen.Two(Gen.Elements(Mutations.AsEnumerable())).ToArbitrary();

    /// <summary>Nothing can be told of a point within something that the other model lacks.</summary>
    private static bool IsWithin(string place, string other) =>
        place.StartsWith(other.Replace(" gone", "", StringComparison.Ordinal), StringComparison.Ordinal);

    private static ModelEdit Mirrored(ModelEdit edit) =>
        edit with
        {
            Kind = edit.Kind switch
            {
                EditKind.Added => EditKind.Removed,
                EditKind.Removed => EditKind.Added,
                _ => edit.Kind,
            },
        };

    /// <summary>What must be the same from both sides: not the sentences, nor the newer of two names.</summary>
    private static IEnumerable<string> Seen(IEnumerable<ModelEdit> edits) =>
        edits
            .Select(edit => $"{edit.Kind} {edit.Area} {edit.Name.TrimEnd('x')} {string.Join(',', edit.Touches)}")
            .Order(StringComparer.Ordinal);
}
