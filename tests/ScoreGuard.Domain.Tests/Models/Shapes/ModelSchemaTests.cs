using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Tests.Models.Shapes;

public sealed class ModelSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(ModelSchema.Json())!;

    [Fact]
    public void It_is_draft_07_and_refuses_unknown_sections()
    {
        Schema["$schema"]!.GetValue<string>().ShouldBe("http://json-schema.org/draft-07/schema#");
        Schema["additionalProperties"]!.GetValue<bool>().ShouldBeFalse();
        Schema["required"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldBe(["scoreguard", "name"]);
    }

    [Fact]
    public void Every_fixed_key_is_described()
    {
        var undescribed = new List<string>();
        Walk(
            Schema,
            "",
            (path, mapping) =>
            {
                foreach (var (key, value) in mapping["properties"]?.AsObject() ?? [])
                {
                    if (value!["description"] is null)
                    {
                        undescribed.Add($"{path}.{key}");
                    }
                }
            }
        );
        undescribed.ShouldBeEmpty();
    }

    [Fact]
    public void Every_reference_is_defined()
    {
        var references = new HashSet<string>();
        Walk(
            Schema,
            "",
            (_, mapping) =>
            {
                if (mapping["$ref"] is { } reference)
                {
                    references.Add(reference.GetValue<string>());
                }
            }
        );
        references.ShouldBe(
            Schema["definitions"]!.AsObject().Select(definition => $"#/definitions/{definition.Key}"),
            ignoreOrder: true
        );
    }

    [Fact]
    public void It_ends_its_lines_alike_on_every_machine()
    {
        ModelSchema.Json().ShouldNotContain("\r");
        ModelSchema.Json().ShouldEndWith("}\n");
    }

    private static void Walk(JsonNode? node, string path, Action<string, JsonObject> visit)
    {
        if (node is JsonObject mapping)
        {
            // A key called `properties` would be one of ours.
            visit(path, mapping);
            foreach (var (key, value) in mapping)
            {
                Walk(value, $"{path}.{key}", visit);
            }
        }
        else if (node is JsonArray list && list.GetValueKind() == JsonValueKind.Array)
        {
            foreach (var item in list)
            {
                Walk(item, path, visit);
            }
        }
    }
}
