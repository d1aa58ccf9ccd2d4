namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>The model's fields, in document order.</summary>
public enum FieldName : byte
{
    Email,
    EmailDomain,
    JobTitle,
    Seniority,
    Department,
    Company,
    Industry,
    Employees,
    Size,
    Revenue,
    Country,
    Region,
    Language,
    Source,
    Budget,
    Timeline,
    OptIn,
    Customer,
    LastFundingAt,
    Crm,
    Unknown,
}
