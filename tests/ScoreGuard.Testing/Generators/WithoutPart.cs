using System.Text.Json.Nodes;

namespace ScoreGuard.Testing.Generators;

/// <summary>Takes one construct out of a case, to see whether it made a difference.</summary>
public static class WithoutPart
{
    /// <summary>
    /// The case with every optional part at <paramref name="path"/> removed, outer parts first; null where there is none.
    /// A path is keys from the innermost outwards: <c>per &lt; limit</c>; <c>*</c> is any key.
    /// </summary>
    public static GeneratedCase? Remove(GeneratedCase generated, string path)
    {
        string[] keys = [.. path.Split(" < ")];
        var model = JsonNode.Parse(generated.ModelJson)!.AsObject();
        var removed = false;
        while (ModelShrinking.SmallerAt(model, at => Matches(at, keys)).FirstOrDefault() is { } smaller)
        {
            model = smaller;
            removed = true;
        }
        return removed ? generated with { ModelJson = model.ToJsonString(CaseMaker.Indented) } : null;
    }

    private static bool Matches(TreePath at, string[] keys)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != "*" && at.Above(i) != keys[i])
                return false;
        }
        return true;
    }
}
