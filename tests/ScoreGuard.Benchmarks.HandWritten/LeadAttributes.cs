namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>A lead's attributes as typed values; also what an attribute change gives of them.</summary>
/// <remarks>
/// Seniority and size are always derived: this program's leads never give them. Numbers are doubles (NaN: missing), which
/// hold every whole number that the leads have; nothing compares true with NaN, as nothing does with a missing value.
/// </remarks>
public sealed class LeadAttributes
{
    public const long NoDate = long.MinValue;

    public bool IsTestAddress { get; set; }
    public MailDomain MailDomain { get; set; }
    public JobTitle? JobTitle { get; set; }
    public Department Department { get; set; }
    public bool HasCompany { get; set; }
    public Industry Industry { get; set; }
    public double Employees { get; set; }
    public double Revenue { get; set; }
    public Country Country { get; set; }
    public Region Region { get; set; }
    public Language Language { get; set; }
    public LeadSource Source { get; set; }
    public double Budget { get; set; }
    public Timeline Timeline { get; set; }
    public Answer OptIn { get; set; }
    public Answer Customer { get; set; }
    public long LastFundingAt { get; set; }
    public Crm Crm { get; set; }

    /// <summary>A bit for each <see cref="FieldName"/> that was given, be it null.</summary>
    public uint Given { get; set; }

    /// <summary>A bit for each <see cref="FieldName"/> that was given and cannot be read as its type.</summary>
    public uint Unreadable { get; set; }

    public void Clear()
    {
        IsTestAddress = HasCompany = false;
        MailDomain = default;
        JobTitle = null;
        Department = default;
        Industry = default;
        Employees = Revenue = Budget = double.NaN;
        Country = default;
        Region = default;
        Language = default;
        Source = default;
        Timeline = default;
        OptIn = Customer = default;
        LastFundingAt = NoDate;
        Crm = default;
        Given = Unreadable = 0;
    }

    /// <summary>These attributes with what <paramref name="change"/> gives in their place.</summary>
    public LeadAttributes With(LeadAttributes change)
    {
        var changed = (LeadAttributes)MemberwiseClone();
        for (var given = change.Given; given != 0; given &= given - 1)
        {
            changed.Take((FieldName)System.Numerics.BitOperations.TrailingZeroCount(given), change);
        }

        return changed;
    }

    private void Take(FieldName field, LeadAttributes from)
    {
        switch (field)
        {
            case FieldName.Email:
                IsTestAddress = from.IsTestAddress;
                break;
            case FieldName.EmailDomain:
                MailDomain = from.MailDomain;
                break;
            case FieldName.JobTitle:
                JobTitle = from.JobTitle;
                break;
            case FieldName.Department:
                Department = from.Department;
                break;
            case FieldName.Company:
                HasCompany = from.HasCompany;
                break;
            case FieldName.Industry:
                Industry = from.Industry;
                break;
            case FieldName.Employees:
                Employees = from.Employees;
                break;
            case FieldName.Revenue:
                Revenue = from.Revenue;
                break;
            case FieldName.Country:
                Country = from.Country;
                break;
            case FieldName.Region:
                Region = from.Region;
                break;
            case FieldName.Language:
                Language = from.Language;
                break;
            case FieldName.Source:
                Source = from.Source;
                break;
            case FieldName.Budget:
                Budget = from.Budget;
                break;
            case FieldName.Timeline:
                Timeline = from.Timeline;
                break;
            case FieldName.OptIn:
                OptIn = from.OptIn;
                break;
            case FieldName.Customer:
                Customer = from.Customer;
                break;
            case FieldName.LastFundingAt:
                LastFundingAt = from.LastFundingAt;
                break;
            case FieldName.Crm:
                Crm = from.Crm;
                break;
        }
    }
}
