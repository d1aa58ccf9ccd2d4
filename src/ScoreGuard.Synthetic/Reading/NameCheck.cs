using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>Reports names that nothing in the persona has.</summary>
internal static class NameCheck
{
    public static void Attributes(
        IEnumerable<NameUse> uses,
        IReadOnlySet<string> names,
        string persona,
        SharedParts shared
    )
    {
        foreach (var use in uses.Where(use => !names.Contains(use.Name)))
        {
            if (!Template.Known.Contains(use.Name))
            {
                shared.ErrorOnce(
                    use.Place,
                    LeadPlanCodes.UnknownAttribute,
                    $"The persona {Quote.Code(persona)} has no attribute {Quote.Code(use.Name)}{Spelling.Hint(use.Name, [.. names, .. Template.Known])}"
                );
            }
        }
    }
}
