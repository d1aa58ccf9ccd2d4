using ScoreGuard.Domain.Leads;
using ScoreGuard.Synthetic.Chance;
using ScoreGuard.Synthetic.Generation.Samplers;
using ScoreGuard.Synthetic.Plans;
using ScoreGuard.Synthetic.Words;

namespace ScoreGuard.Synthetic.Generation;

/// <summary>Turns the names in a persona's plan into places, and its values into samplers.</summary>
internal sealed class RecipeCompiler
{
    private readonly Persona persona;
    private readonly Func<Locale, Vocabulary> vocabulary;
    private readonly Dictionary<string, int> slots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public RecipeCompiler(Persona persona, Func<Locale, Vocabulary> vocabulary)
    {
        (this.persona, this.vocabulary) = (persona, vocabulary);
        foreach (var attribute in persona.Attributes)
        {
            slots.Add(attribute.Name, slots.Count);
        }

        foreach (var step in persona.Steps)
        {
            places.Add(step.Id, places.Count);
        }
    }

    public ValueRecipe[] Attributes() =>
        [.. persona.Attributes.Select(attribute => Value(attribute, $"attribute {attribute.Name}", writesNull: false))];

    public int[] AttributeOrder() => Order(slots.Count, place => References.Of(persona.Attributes[place].Value), slots);

    public StepRecipe[] Steps() => [.. persona.Steps.Select(step => new StepRecipe(step, places, Properties(step)))];

    public int[] StepOrder() => Order(places.Count, place => persona.Steps[place].Needs, places);

    public int[] StepRanks()
    {
        var order = Order(places.Count, place => References.Before(persona, persona.Steps[place]), places);
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank;
        }

        return ranks;
    }

    private static int[] Order(int count, Func<int, IEnumerable<string>> needs, Dictionary<string, int> places) =>
        Precedence.Order(count, place => needs(place).Where(places.ContainsKey).Select(name => places[name])).Order;

    private ValueRecipe[] Properties(StepPlan step)
    {
        var isChange = string.Equals(step.Activity, ActivityNames.AttributeChange, StringComparison.Ordinal);
        return [.. step.Properties.Select(property => Value(property, $"step {step.Id} {property.Name}", isChange))];
    }

    private ValueRecipe Value(AttributePlan plan, string name, bool writesNull) =>
        new(plan.Name, Draw.Key(name), Sampler(plan.Value), DirtRecipe.Of(plan.Dirt, name), writesNull);

    private Sampler Sampler(ValuePlan value) =>
        value switch
        {
            ValuePlan.Missing => new FixedSampler(ValueKind.Missing, ""),
            ValuePlan.Text text => new FixedSampler(ValueKind.Text, text.Value),
            ValuePlan.Literal literal => new FixedSampler(ValueKind.Literal, literal.Json),
            ValuePlan.Choice choice => new ChoiceSampler(
                [.. choice.Options.Select(option => Sampler(option.Item))],
                Odds.Of([.. choice.Options.Select(option => option.Weight)])
            ),
            ValuePlan.Number number => new NumberSampler(number),
            ValuePlan.Date date => new DateSampler(
                new(date.When),
                [.. date.Forms.Select(form => form.Item)],
                Odds.Of([.. date.Forms.Select(form => form.Weight)])
            ),
            ValuePlan.Fake fake => Fake(fake),
            ValuePlan.Filled filled => new TemplateSampler(Parts(filled.Template)),
            ValuePlan.Email email => new EmailSampler(Parts(email.User), Parts(email.Domain)),
            ValuePlan.Copy copy => new CopySampler(slots[copy.Attribute]),
            ValuePlan.By by => new BySampler(
                new(by.Source, slots),
                [.. by.Cases.Select(@case => (@case.Is, Sampler(@case.Then)))],
                Sampler(by.Otherwise)
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, "a value that is not listed"),
        };

    private FakeSampler Fake(ValuePlan.Fake fake)
    {
        var forms = fake.Forms.Select(form => (FakeForm?)form.Item).DefaultIfEmpty();
        return new(
            [
                .. forms.Select(form =>
                    persona
                        .Locales.Select(locale => vocabulary(fake.Locale ?? locale.Item).Phrase(fake.Kind, form))
                        .ToArray()
                ),
            ],
            Odds.Of([.. fake.Forms.Select(form => form.Weight).DefaultIfEmpty(1)])
        );
    }

    private ReferenceSource[] Parts(Template template) =>
        [
            .. template.Parts.Select(part =>
                part switch
                {
                    Template.Part.Reference reference => new ReferenceSource(reference.Name, slots),
                    Template.Part.Literal literal => new ReferenceSource(literal.Text),
                    _ => throw new ArgumentOutOfRangeException(nameof(template), part, "a part that is not listed"),
                }
            ),
        ];
}
