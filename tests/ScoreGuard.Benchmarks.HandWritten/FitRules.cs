namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>The attribute rules, a bit each, in document order.</summary>
[Flags]
public enum FitRules
{
    None = 0,
    CLevel = 1 << 0,
    VP = 1 << 1,
    Director = 1 << 2,
    Manager = 1 << 3,
    Marketing = 1 << 4,
    Student = 1 << 5,
    Enterprise = 1 << 6,
    MidMarket = 1 << 7,
    CoreIndustry = 1 << 8,
    CoreCountry = 1 << 9,
    NearCountry = 1 << 10,
    Revenue = 1 << 11,
    Budget = 1 << 12,
    Ready = 1 << 13,
    PrivateMail = 1 << 14,
    TestAddress = 1 << 15,
    ExistingCustomer = 1 << 16,
    TargetAccount = 1 << 17,
}
