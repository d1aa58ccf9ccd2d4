namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>The attribute rules and the dimension that they add up to.</summary>
public static class FitScore
{
    // 2025-10-01T00:00:00Z
    private const long FundedSince = 1_759_276_800_000;

    /// <summary>In document order, as the bits of <see cref="FitRules"/>.</summary>
    public static ReadOnlySpan<int> Points => [25, 20, 15, 8, 12, -30, 20, 12, 10, 10, 5, 8, 8, 7, -10, -40, -15, 15];

    public static FitRules Rules(LeadAttributes lead)
    {
        var rules = lead.JobTitle?.Seniority switch
        {
            Seniority.CLevel => FitRules.CLevel,
            Seniority.VP => FitRules.VP,
            Seniority.Director => FitRules.Director,
            Seniority.Manager => FitRules.Manager,
            Seniority.Student => FitRules.Student,
            _ => FitRules.None,
        };
        rules |= lead.Department == Department.Marketing ? FitRules.Marketing : FitRules.None;
        rules |= lead.Source == LeadSource.Campus ? FitRules.Student : FitRules.None;
        rules |=
            lead.Employees >= 1000 ? FitRules.Enterprise
            : lead.Employees >= 50 ? FitRules.MidMarket
            : FitRules.None;
        rules |= lead.Industry == Industry.Core ? FitRules.CoreIndustry : FitRules.None;
        rules |= lead.Country switch
        {
            Country.US or Country.GB or Country.DE => FitRules.CoreCountry,
            Country.FR or Country.NL or Country.CH or Country.AT => FitRules.NearCountry,
            _ => FitRules.None,
        };
        rules |= lead.Revenue >= 50_000_000 ? FitRules.Revenue : FitRules.None;
        rules |= lead.Budget is >= 10_000 and <= 250_000 ? FitRules.Budget : FitRules.None;
        rules |= lead.Timeline == Timeline.Soon || lead.LastFundingAt >= FundedSince ? FitRules.Ready : FitRules.None;
        rules |= lead.MailDomain == MailDomain.Free || !lead.HasCompany ? FitRules.PrivateMail : FitRules.None;
        rules |= lead.IsTestAddress ? FitRules.TestAddress : FitRules.None;
        rules |= lead.Customer == Answer.Yes ? FitRules.ExistingCustomer : FitRules.None;
        if (
            Has(rules, FitRules.Enterprise | FitRules.MidMarket)
            && Has(rules, FitRules.CoreCountry)
            && lead.Crm == Crm.Supported
            && lead.Customer == Answer.No
        )
        {
            rules |= FitRules.TargetAccount;
        }

        return rules;
    }

    /// <summary>Whole points, 0 to 70.</summary>
    public static int Of(FitRules rules)
    {
        var persona = 0;
        persona += Has(rules, FitRules.CLevel) ? 25 : 0;
        persona += Has(rules, FitRules.VP) ? 20 : 0;
        persona += Has(rules, FitRules.Director) ? 15 : 0;
        persona += Has(rules, FitRules.Manager) ? 8 : 0;
        persona += Has(rules, FitRules.Marketing) ? 12 : 0;
        var firm = 0;
        firm += Has(rules, FitRules.Enterprise) ? 20 : 0;
        firm += Has(rules, FitRules.MidMarket) ? 12 : 0;
        firm += Has(rules, FitRules.CoreIndustry) ? 10 : 0;
        firm += Has(rules, FitRules.CoreCountry) ? 10 : 0;
        firm += Has(rules, FitRules.NearCountry) ? 5 : 0;
        firm += Has(rules, FitRules.Revenue) ? 8 : 0;
        var fit = Math.Min(persona, 35) + Math.Min(firm, 40);
        fit -= Has(rules, FitRules.Student) ? 30 : 0;
        fit += Has(rules, FitRules.Budget) ? 8 : 0;
        fit += Has(rules, FitRules.Ready) ? 7 : 0;
        fit -= Has(rules, FitRules.PrivateMail) ? 10 : 0;
        fit -= Has(rules, FitRules.TestAddress) ? 40 : 0;
        fit -= Has(rules, FitRules.ExistingCustomer) ? 15 : 0;
        fit += Has(rules, FitRules.TargetAccount) ? 15 : 0;
        return Math.Clamp(fit, 0, 70);
    }

    private static bool Has(FitRules rules, FitRules any) => (rules & any) != FitRules.None;
}
