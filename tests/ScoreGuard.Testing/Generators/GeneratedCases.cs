using FsCheck;
using FsCheck.Fluent;

namespace ScoreGuard.Testing.Generators;

/// <summary>
/// Generated cases for FsCheck. What fails is shrunk to fewer leads, activities and values, and to a model with fewer
/// parts; every shrunk case is valid as well.
/// </summary>
public static class GeneratedCases
{
    public static Gen<GeneratedCase> Any { get; } = Gen.Choose(0, int.MaxValue - 1).Select(CaseMaker.Make);

    public static Arbitrary<GeneratedCase> Arbitrary { get; } = Arb.From(Any, Shrinking.Smaller);
}
