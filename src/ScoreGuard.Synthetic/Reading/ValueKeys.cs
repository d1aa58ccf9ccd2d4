using System.Collections.Immutable;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>The keys of a value that is written as a mapping.</summary>
internal static class ValueKeys
{
    /// <summary>A share or chance. First here: the keys below are made with it.</summary>
    public static readonly NumberShape ShareShape = new("a share")
    {
        AtLeast = 0,
        AtMost = 1,
        Decimals = 9,
    };

    public static readonly Key<Place> Value = new(
        "value",
        new ScalarOrNullShape(),
        "Always this text, number or boolean; `~` is missing."
    );

    public static readonly Key<Place> Choose = new(
        "choose",
        new RawShape("texts with weights, or a list of values", "choose", ValueShape.ChooseSchema),
        "One of several: texts with weights, or a list of values, each with a `weight` (default 1)."
    );

    public static readonly Key<(decimal Low, decimal High)> Number = new(
        "number",
        new NumberRangeShape(),
        "A number in a range, ends included."
    )
    {
        Examples = ["1..5000"],
    };

    public static readonly Key<ReadTiming> Date = new(
        "date",
        new TimingShape(withSteps: false),
        "A date in a range, counted from creation or asOf, or between two dates."
    )
    {
        Examples = ["30d..400d before asOf", "2020-01-01..2025-12-31"],
    };

    public static readonly Key<FakeKind> Fake = new(
        "fake",
        new ChoiceShape<FakeKind>(
            "what to invent",
            ("firstName", FakeKind.FirstName),
            ("lastName", FakeKind.LastName),
            ("fullName", FakeKind.FullName),
            ("company", FakeKind.Company),
            ("jobTitle", FakeKind.JobTitle),
            ("city", FakeKind.City),
            ("state", FakeKind.State),
            ("street", FakeKind.Street),
            ("postcode", FakeKind.Postcode),
            ("country", FakeKind.Country),
            ("phone", FakeKind.Phone)
        ),
        "Something invented that fits the lead's locale."
    );

    public static readonly Key<Template> Text = new(
        "text",
        new TemplateShape(),
        "Text with other attributes in it, as `{firstName}`."
    )
    {
        Examples = ["{firstName} {lastName}"],
    };

    public static readonly Key<ValuePlan.Email> Email = new(
        "email",
        new EmailShape(),
        "An address with other attributes in it, at a reserved domain."
    )
    {
        Examples = ["{firstName}.{lastName}@{company}.example"],
    };

    public static readonly Key<string> Copy = new(
        "copy",
        new TextShape("the name of an attribute"),
        "What another attribute has."
    );

    public static readonly Key<string> By = new(
        "by",
        new TextShape("the name of an attribute, `locale` or `persona`"),
        "The attribute on whose value this one depends; with `cases`."
    );

    public static readonly Key<Place> Cases = new(
        "cases",
        new RawShape("values by what the other attribute came to", "cases", ValueShape.CasesSchema),
        "A value for each value of the other attribute, and `else` for the rest."
    );

    public static readonly Key<long> Decimals = new(
        "decimals",
        new WholeShape("a number of decimals", 0, 3),
        "Decimals of a `number`, 0 to 3. Default 0."
    );

    public static readonly Key<Spread> Spread = new(
        "spread",
        new ChoiceShape<Spread>(
            "a spread",
            ("even", Plans.Spread.Even),
            ("bell", Plans.Spread.Bell),
            ("low", Plans.Spread.Low)
        ),
        "How numbers lie in their range. Default even."
    );

    public static readonly Key<ImmutableArray<Weighted<DateForm>>> Format = new(
        "format",
        new WeightsShape<DateForm>(
            "a form of dates, or forms with weights",
            new ChoiceShape<DateForm>(
                "a form of dates",
                ("date", DateForm.Date),
                ("instant", DateForm.Instant),
                ("dmy", DateForm.Dmy),
                ("mdy", DateForm.Mdy)
            )
        ),
        "How a `date` is written; `dmy` and `mdy` are no dates to a model. Default date."
    );

    public static readonly Key<ImmutableArray<Weighted<FakeForm>>> As = new(
        "as",
        new WeightsShape<FakeForm>(
            "a form, or forms with weights",
            new ChoiceShape<FakeForm>(
                "a form of a country or phone number",
                ("code", FakeForm.Code),
                ("code3", FakeForm.Code3),
                ("name", FakeForm.Name),
                ("native", FakeForm.Native),
                ("international", FakeForm.International),
                ("national", FakeForm.National),
                ("compact", FakeForm.Compact)
            )
        ),
        "How a country (code, code3, name, native) or phone number (international, national, compact) is written."
    );

    public static readonly Key<Locale> Locale = new(
        "locale",
        new LocaleShape(),
        "The locale of something invented. Default: the lead's."
    );

    public static readonly Key<decimal> Weight = new(
        "weight",
        WeightsShape<Locale>.Weight,
        "Against the others. Default 1."
    );

    public static readonly Key<decimal> Missing = Share("missing", "The share of leads that lack it.");

    public static readonly Key<decimal> Blank = Share(
        "blank",
        "The share of leads where it is empty or nothing but spaces."
    );

    public static readonly Key<decimal> Upper = Share("upper", "The share in upper case.");
    public static readonly Key<decimal> Lower = Share("lower", "The share in lower case.");
    public static readonly Key<decimal> Spaces = Share("spaces", "The share with spaces or a tab around it.");
    public static readonly Key<decimal> Doubled = Share("doubled", "The share with a doubled space.");
    public static readonly Key<decimal> Quoted = Share("quoted", "The share of numbers or booleans written as text.");
    public static readonly Key<decimal> Grouped = Share(
        "grouped",
        "The share of numbers written as text with separators."
    );

    public static readonly Key<RecordReader> Dirty = new(
        "dirty",
        new RecordShape("dirt", Upper, Lower, Spaces, Doubled, Quoted, Grouped),
        "What goes wrong with it on its way in, as shares from 0 to 1."
    );

    /// <summary>Exactly one of these makes a value.</summary>
    public static readonly ImmutableArray<RecordKey> Sources =
    [
        Value,
        Choose,
        Number,
        Date,
        Fake,
        Text,
        Email,
        Copy,
        By,
    ];

    /// <summary>What each of these needs beside it.</summary>
    public static readonly ImmutableArray<(RecordKey Key, RecordKey Needs)> Companions =
    [
        (Cases, By),
        (Decimals, Number),
        (Spread, Number),
        (Format, Date),
        (As, Fake),
        (Locale, Fake),
    ];

    /// <summary>A value as it stands under an attribute's name.</summary>
    public static readonly RecordShape Whole = new(
        "a value",
        [.. Sources, .. Companions.Select(companion => companion.Key), Missing, Blank, Dirty]
    );

    /// <summary>A value in a list to choose from.</summary>
    public static readonly RecordShape Option = new(
        "a value to choose",
        [Weight, .. Sources, .. Companions.Select(companion => companion.Key)]
    );

    /// <summary>A value under <c>cases</c>.</summary>
    public static readonly RecordShape Case = new(
        "the value of a case",
        [.. Sources, .. Companions.Select(companion => companion.Key)]
    );

    private static Key<decimal> Share(string name, string summary) => new(name, ShareShape, summary);
}
