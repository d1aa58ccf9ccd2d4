using System.Text.Json.Nodes;

namespace ScoreGuard.Testing.Generators;

/// <summary>Smaller cases of a case: the big steps first.</summary>
public static class Shrinking
{
    public static IEnumerable<GeneratedCase> Smaller(GeneratedCase failed) =>
        Leads(failed).Concat(Models(failed)).Concat(PartsOfLeads(failed));

    private static IEnumerable<GeneratedCase> Leads(GeneratedCase failed)
    {
        var lines = Lines(failed);
        if (lines.Length < 2)
            return [];
        return lines.Select(line => failed with { LeadsJsonl = line + "\n" });
    }

    private static IEnumerable<GeneratedCase> Models(GeneratedCase failed) =>
        ModelShrinking
            .Smaller(JsonNode.Parse(failed.ModelJson)!.AsObject())
            .Select(model => failed with { ModelJson = model.ToJsonString(CaseMaker.Indented) });

    private static IEnumerable<GeneratedCase> PartsOfLeads(GeneratedCase failed)
    {
        var lines = Lines(failed);
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var path in Parts(lines[i]))
            {
                var lead = JsonNode.Parse(lines[i])!;
                JsonTree.Remove(lead, path);
                string[] shrunk = [.. lines[..i], lead.ToJsonString(CaseMaker.Relaxed), .. lines[(i + 1)..]];
                yield return failed with
                {
                    LeadsJsonl = string.Concat(shrunk.Select(line => line + "\n")),
                };
            }
        }
    }

    /// <summary>What a lead can do without: activities, attributes, properties.</summary>
    private static IEnumerable<TreePath> Parts(string lead) =>
        JsonTree
            .Paths(JsonNode.Parse(lead)!)
            .Where(path =>
                path.Keys is ["activities" or "attributes" or "persona", ..] && path.Last is not ("type" or "at")
            );

    private static string[] Lines(GeneratedCase failed) =>
        [.. failed.LeadsJsonl.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))];
}
