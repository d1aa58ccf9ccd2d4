namespace ScoreGuard.Synthetic.Plans;

/// <summary>What can be invented.</summary>
public enum FakeKind
{
    FirstName,
    LastName,
    FullName,
    Company,
    JobTitle,
    City,
    State,
    Street,
    Postcode,
    Country,
    Phone,
}
