using System.Text;
using ScoreGuard.Synthetic.Chance;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Generation;

/// <summary>A persona, ready to make leads from.</summary>
internal sealed class PersonaRecipe
{
    private static readonly ulong CreatedKey = Draw.Key("created");
    private static readonly ulong LocaleKey = Draw.Key("locale");

    private readonly int idDigits;
    private readonly byte[][] localeNames;
    private readonly Odds locales;
    private readonly TimeSource created;

    public PersonaRecipe(LeadPlan plan, Persona persona, RecipeCompiler compiler)
    {
        idDigits = plan.IdDigits;
        Name = Encoding.UTF8.GetBytes(persona.Name);
        NameJson = JsonText.Of(persona.Name);
        localeNames = [.. persona.Locales.Select(locale => Encoding.UTF8.GetBytes(locale.Item.Name))];
        locales = Odds.Of([.. persona.Locales.Select(locale => locale.Weight)]);
        created = new(persona.Created);
        Attributes = compiler.Attributes();
        AttributeOrder = compiler.AttributeOrder();
        Steps = compiler.Steps();
        StepOrder = compiler.StepOrder();
        StepRanks = compiler.StepRanks();
    }

    public byte[] Name { get; }
    public byte[] NameJson { get; }

    /// <summary>As leads carry them.</summary>
    public ValueRecipe[] Attributes { get; }

    /// <summary>Places of the attributes so that each comes behind those that it refers to.</summary>
    public int[] AttributeOrder { get; }

    /// <summary>As the plan lists them.</summary>
    public StepRecipe[] Steps { get; }

    /// <summary>Places of the steps so that each comes behind those that it needs.</summary>
    public int[] StepOrder { get; }

    /// <summary>By step, which of two comes first at the same instant: what another follows.</summary>
    public int[] StepRanks { get; }

    public int DrawLocale(ulong leadSeed) =>
        localeNames.Length == 1 ? 0 : locales.Pick(Draw.Of(leadSeed, LocaleKey).Next());

    public long DrawCreation(LeadUnderway lead)
    {
        var draw = lead.Draw(CreatedKey);
        return created.At(ref draw, lead);
    }

    public byte[] LocaleName(int locale) => localeNames[locale];

    public void WriteId(int number, Bytes to)
    {
        var room = to.Room(idDigits + 1);
        room[0] = (byte)'L';
        for (var place = idDigits; place > 0; place--)
        {
            room[place] = (byte)('0' + (number % 10));
            number /= 10;
        }

        to.Claim(idDigits + 1);
    }
}
