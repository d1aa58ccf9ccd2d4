using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Words;

/// <summary>What a locale can invent.</summary>
internal sealed class Vocabulary(Locale locale)
{
    private readonly PhraseBook book = new(locale.Name);

    /// <summary>A name, place or number of <paramref name="kind"/>, written as <paramref name="form"/> where that matters.</summary>
    public Phrase Phrase(FakeKind kind, FakeForm? form) =>
        kind switch
        {
            FakeKind.FirstName => book.List("name", "first_name"),
            FakeKind.LastName => book.List("name", "last_name"),
            FakeKind.FullName => book.Format(
                "name",
                locale.Code is "JP" ? "#{last_name} #{first_name}" : "#{first_name} #{last_name}"
            ),
            FakeKind.Company => book.Format(
                "company",
                "#{Name.last_name} #{suffix}",
                "#{Name.last_name}-#{Name.last_name}"
            ),
            FakeKind.JobTitle => book.JobTitles(),
            FakeKind.City => book.List("address", "city"),
            FakeKind.State => book.List("address", "state"),
            FakeKind.Street => book.List("address", "street_address"),
            FakeKind.Postcode => book.List("address", "postcode"),
            FakeKind.Country => book.Format("address", Country(form ?? FakeForm.Code)),
            FakeKind.Phone => book.Format(
                "phone_number",
                [.. locale.Phones.Select(number => Phone(number, form ?? FakeForm.International))]
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a kind that is not listed"),
        };

    private string Country(FakeForm form) =>
        form switch
        {
            FakeForm.Code3 => locale.Code3,
            FakeForm.Name => locale.Country,
            FakeForm.Native => locale.Native,
            _ => locale.Code,
        };

    private string Phone(string number, FakeForm form) =>
        form switch
        {
            FakeForm.National => locale.Trunk + number,
            FakeForm.Compact => $"+{locale.CallingCode}{number.Replace(" ", "", StringComparison.Ordinal)}",
            _ => $"+{locale.CallingCode} {number}",
        };
}
