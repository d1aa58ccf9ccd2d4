using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>An address with <c>{attribute}</c> in it, at a reserved domain.</summary>
internal sealed class EmailShape : Shape<ValuePlan.Email>
{
    private static readonly TemplateShape Template = new();

    public override string Noun => "an address such as `'{firstName}.{lastName}@{company}.example'`";

    public override bool TryRead(Place place, out ValuePlan.Email value)
    {
        value = new(new([]), new([]));
        if (!Template.TryRead(place, out var template))
        {
            return false;
        }

        var (user, domain) = Split(template);
        if (user.Parts.IsEmpty || domain.Parts.IsEmpty || !Literals(user).Concat(Literals(domain)).All(IsPlain))
        {
            place.Error(
                DocumentCodes.WrongKind,
                $"Expected {Noun}, one `@` and otherwise letters, digits, `.`, `-`, `_`, `+`, but found {place.Found}."
            );
            return false;
        }

        var tail = domain.Parts[^1] is Template.Part.Literal literal ? literal.Text : "";
        if (domain.Parts.Length == 1 ? !ReservedDomains.Contains(tail) : !ReservedDomains.IsBelow(tail))
        {
            place.Error(
                LeadPlanCodes.ForeignAddress,
                "The address here may belong to somebody; let its domain end in `.example`, `.test` or `.invalid`, or be `example.com`, `.net` or `.org`."
            );
            return false;
        }

        value = new(user, domain);
        return true;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = "string", ["pattern"] = "^[^@]+@[^@]+$" };

    private static (Template User, Template Domain) Split(Template template)
    {
        var user = ImmutableArray.CreateBuilder<Template.Part>();
        var domain = ImmutableArray.CreateBuilder<Template.Part>();
        var parts = user;
        foreach (var part in template.Parts)
        {
            var at = part is Template.Part.Literal literal ? literal.Text.IndexOf('@', StringComparison.Ordinal) : -1;
            if (at < 0 || parts == domain)
            {
                parts.Add(part);
                continue;
            }

            var text = ((Template.Part.Literal)part).Text;
            Add(user, text[..at]);
            Add(domain, text[(at + 1)..]);
            parts = domain;
        }

        return (new(user.ToImmutable()), new(domain.ToImmutable()));

        static void Add(ImmutableArray<Template.Part>.Builder parts, string text)
        {
            if (text.Length > 0)
            {
                parts.Add(new Template.Part.Literal(text));
            }
        }
    }

    private static IEnumerable<string> Literals(Template template) =>
        template.Parts.OfType<Template.Part.Literal>().Select(part => part.Text);

    private static bool IsPlain(string text) =>
        text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' or '_' or '+');
}
