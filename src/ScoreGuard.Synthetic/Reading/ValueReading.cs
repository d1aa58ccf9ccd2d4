using System.Collections.Immutable;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>Reads a value that is written as a mapping.</summary>
internal sealed class ValueReading(RecordReader reader)
{
    private static readonly ImmutableArray<FakeForm> CountryForms =
    [
        FakeForm.Code,
        FakeForm.Code3,
        FakeForm.Name,
        FakeForm.Native,
    ];

    public bool TryRead(out ReadValue value)
    {
        value = ReadValue.Of(new ValuePlan.Missing());
        var isWhole = CompanionsFit() & TryDirt(out var dirt);
        if (!HasOneSource() || !TrySource(out var source))
        {
            return false;
        }

        value = source with { Dirt = dirt };
        return isWhole;
    }

    private bool HasOneSource()
    {
        var present = ValueKeys.Sources.Where(reader.Has).ToArray();
        if (present.Length > 1)
        {
            reader.KeyError(
                present[1],
                LeadPlanCodes.NotOneSource,
                $"A value has one source, but here are {Quote.All(present.Select(key => key.Name))}; keep one of them."
            );
        }
        else if (present.Length == 0 && !ValueKeys.Sources.Any(reader.IsMisspelt))
        {
            reader.Place.Error(
                LeadPlanCodes.NotOneSource,
                $"A value needs a source; add one of {Quote.OneOf(ValueKeys.Sources.Select(key => key.Name))}."
            );
        }

        return present.Length == 1;
    }

    private bool CompanionsFit()
    {
        var fit = true;
        foreach (var (key, needs) in ValueKeys.Companions)
        {
            if (reader.Has(key) && !reader.Has(needs) && !reader.IsMisspelt(needs))
            {
                fit = false;
                reader.KeyError(
                    key,
                    LeadPlanCodes.UselessKey,
                    $"{Quote.Code(key.Name)} does nothing without {Quote.Code(needs.Name)}; remove it, or add that."
                );
            }
        }

        return fit;
    }

    private bool TrySource(out ReadValue value)
    {
        value = ReadValue.Of(new ValuePlan.Missing());
        if (reader.Has(ValueKeys.Value))
        {
            return reader.TryGet(ValueKeys.Value, out var place) && ValueShape.TryFixed(place, out value);
        }

        if (reader.Has(ValueKeys.Choose))
        {
            return TryChoose(reader.PlaceOf(ValueKeys.Choose), out value);
        }

        if (reader.Has(ValueKeys.By))
        {
            return new CasesReading(reader).TryRead(out value);
        }

        ValuePlan? plan =
            reader.Has(ValueKeys.Number) ? Number()
            : reader.Has(ValueKeys.Date) ? Date()
            : reader.Has(ValueKeys.Fake) ? Fake()
            : reader.Has(ValueKeys.Text) ? Text()
            : reader.Has(ValueKeys.Email) ? reader.Find(ValueKeys.Email)
            : reader.Find(ValueKeys.Copy) is { } source ? new ValuePlan.Copy(source)
            : null;
        if (plan is null)
        {
            return false;
        }

        var at = reader.PlaceOf(ValueKeys.Sources.First(reader.Has));
        value = new(plan, Dirt.None, [.. References.Of(plan).Select(name => new NameUse(name, at))]);
        return true;
    }

    private static bool TryChoose(Place place, out ReadValue value)
    {
        value = ReadValue.Of(new ValuePlan.Missing());
        if (place.Node is DocumentNode.Sequence)
        {
            return ValueShape.TryOptions(place, out value);
        }

        var texts = new WeightsShape<string>("texts with weights, or a list of values", new AnyTextShape());
        if (place.Node is not DocumentNode.Mapping)
        {
            return place.Expected(texts.Noun);
        }

        if (!texts.TryRead(place, out var options))
        {
            return false;
        }

        value = ReadValue.Of(
            new ValuePlan.Choice([
                .. options.Select(option => new Weighted<ValuePlan>(new ValuePlan.Text(option.Item), option.Weight)),
            ])
        );
        return true;
    }

    private ValuePlan.Number? Number()
    {
        var decimals = (int)reader.Get(ValueKeys.Decimals, 0);
        var spread = reader.Get(ValueKeys.Spread, Spread.Even);
        if (!reader.TryGet(ValueKeys.Number, out var ends))
        {
            return null;
        }

        var scale = decimals switch
        {
            0 => 1,
            1 => 10,
            2 => 100,
            _ => 1000,
        };
        if (
            decimal.Truncate(ends.Low * scale) == ends.Low * scale
            && decimal.Truncate(ends.High * scale) == ends.High * scale
        )
        {
            return new((long)(ends.Low * scale), (long)(ends.High * scale), decimals, spread);
        }

        var place = reader.PlaceOf(ValueKeys.Number);
        place.Error(
            DocumentCodes.TooManyDecimals,
            $"The ends of {place.Found} have more than {decimals} decimals; write `decimals: {Math.Min(3, decimals + 1)}` beside it, or round them."
        );
        return null;
    }

    private ValuePlan.Date? Date()
    {
        var forms = reader.Get(ValueKeys.Format, [new(DateForm.Date, 1)]);
        return reader.TryGet(ValueKeys.Date, out var when) ? new(when.Timing, forms) : null;
    }

    private ValuePlan.Fake? Fake()
    {
        var forms = reader.Get(ValueKeys.As, []);
        var locale = reader.Find(ValueKeys.Locale);
        if (!reader.TryGet(ValueKeys.Fake, out var kind))
        {
            return null;
        }

        var fits = kind switch
        {
            FakeKind.Country => forms.All(form => CountryForms.Contains(form.Item)),
            FakeKind.Phone => !forms.Any(form => CountryForms.Contains(form.Item)),
            _ => forms.IsEmpty,
        };
        if (!fits)
        {
            reader.KeyError(
                ValueKeys.As,
                LeadPlanCodes.UselessKey,
                "`as` takes `code`, `code3`, `name` and `native` for a country, `international`, `national` and `compact` for a phone, and serves nothing else."
            );
        }

        return fits ? new(kind, locale, forms) : null;
    }

    private ValuePlan.Filled? Text()
    {
        if (reader.Find(ValueKeys.Text) is not { } template)
        {
            return null;
        }

        // A drawn part may hold anything, so one right behind an @ could make a real address.
        var sample = string.Concat(
            template.Parts.Select(part => part is Template.Part.Literal literal ? literal.Text : "x.x")
        );
        return ValueShape.IsHarmless(reader.PlaceOf(ValueKeys.Text), sample) ? new(template) : null;
    }

    private bool TryDirt(out Dirt dirt)
    {
        var missing = reader.Get(ValueKeys.Missing, 0);
        var blank = reader.Get(ValueKeys.Blank, 0);
        dirt = new(missing, blank);
        if (reader.Find(ValueKeys.Dirty) is { } dirty)
        {
            dirt = new(
                missing,
                blank,
                dirty.Get(ValueKeys.Upper, 0),
                dirty.Get(ValueKeys.Lower, 0),
                dirty.Get(ValueKeys.Spaces, 0),
                dirty.Get(ValueKeys.Doubled, 0),
                dirty.Get(ValueKeys.Quoted, 0),
                dirty.Get(ValueKeys.Grouped, 0)
            );
        }

        if (dirt.Sum > 1)
        {
            reader.Place.Error(
                LeadPlanCodes.SharesAboveOne,
                $"`missing`, `blank` and the shares of `dirty` sum to {NumberText.Format(dirt.Sum)}; keep their sum at most 1."
            );
        }

        return dirt.Sum <= 1;
    }
}
