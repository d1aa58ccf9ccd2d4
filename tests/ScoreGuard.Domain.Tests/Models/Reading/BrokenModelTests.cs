using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Tests.Models.Reading;

public sealed class BrokenModelTests
{
    /// <summary>Codes that no small text shows; <see cref="HostileInputTests"/> has them, and other documents than models.</summary>
    private static readonly string[] ShownElsewhere =
    [
        DocumentCodes.TooManyErrors.Code,
        DocumentCodes.TooLarge.Code,
        DocumentCodes.NotUtf8.Code,
        DocumentCodes.ForbiddenCharacter.Code,
        DocumentCodes.BadInstant.Code,
        ModelCodes.TooManyRules.Code,
        ModelCodes.CriteriaTooLarge.Code,
        ModelCodes.CriteriaTooDeep.Code,
        ModelCodes.DerivedTooDeep.Code,
        ModelCodes.LifecycleTooLarge.Code,
    ];

    public static TheoryData<string> Rules => [.. BrokenModel.All.Select(broken => broken.Rule)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_broken_model_is_refused_with_all_its_errors(string rule)
    {
        var broken = BrokenModel.All.Single(one => one.Rule == rule);
        ModelText.Diagnostics(ModelText.Parse(broken.Text)).ShouldBe(broken.Refusal);
    }

    [Fact]
    public void Every_code_of_documents_and_models_is_shown_by_a_case()
    {
        var shown = string.Join('\n', BrokenModel.All.Select(broken => broken.Refusal));
        DocumentCodes
            .Area.Codes.Concat(ModelCodes.Area.Codes)
            .Select(code => code.Code)
            .Except(ShownElsewhere)
            .Where(code => !shown.Contains($" {code}: ", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }
}
