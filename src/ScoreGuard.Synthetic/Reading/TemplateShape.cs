using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>Text with <c>{attribute}</c> in it.</summary>
internal sealed class TemplateShape : Shape<Template>
{
    public override string Noun => "a text such as `'{firstName} {lastName}'`";

    public override bool TryRead(Place place, out Template value)
    {
        value = new([]);
        if (place.Node is not DocumentNode.Scalar { Kind: ScalarKind.Text } scalar)
        {
            return place.Expected(Noun);
        }

        if (Find(scalar.Text) is not { } template)
        {
            place.Error(
                LeadPlanCodes.BadTemplate,
                $"The braces of {Quote.Code(scalar.Text)} do not match; write `{{attribute}}`, and `{{{{` or `}}}}` for a brace itself."
            );
            return false;
        }

        value = template;
        return true;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string" };

    private static Template? Find(string text)
    {
        var parts = ImmutableArray.CreateBuilder<Template.Part>();
        var literal = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('{' or '}'))
            {
                literal.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == text[at])
            {
                literal.Append(text[at++]);
            }
            else
            {
                var end = text.IndexOf('}', at);
                if (text[at] == '}' || end < 0 || end == at + 1 || text.AsSpan(at + 1, end - at - 1).Contains('{'))
                {
                    return null;
                }

                Flush();
                parts.Add(new Template.Part.Reference(text[(at + 1)..end].Trim()));
                at = end;
            }
        }

        Flush();
        return new(parts.ToImmutable());

        void Flush()
        {
            if (literal.Length > 0)
            {
                parts.Add(new Template.Part.Literal($"{literal}"));
                literal.Clear();
            }
        }
    }
}
