using System.Collections.Immutable;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Explain;

/// <summary>What was edited between two models, in words; how the files were written does not matter.</summary>
public sealed class ModelDiff
{
    private readonly ModelReaders readersBefore;
    private readonly ModelReaders readersAfter;
    private readonly ImmutableArray<ModelEdit>.Builder edits = ImmutableArray.CreateBuilder<ModelEdit>();

    private ModelDiff(ScoringModel before, ScoringModel after)
    {
        readersBefore = new(before);
        readersAfter = new(after);
    }

    /// <summary>
    /// Every edit, in the order of the newer model's sections (removed parts last), one for each thing that a part says
    /// differently; empty exactly where both models say the same. Exchanging the models gives the same edits mirrored.
    /// </summary>
    public static ImmutableArray<ModelEdit> Between(ScoringModel before, ScoringModel after) =>
        new ModelDiff(before, after).Told(Parts(before), Parts(after));

    private static ImmutableArray<ModelPart> Parts(ScoringModel model) =>
        [.. DefinitionParts.Of(model), .. RuleParts.Of(model), .. LifecycleParts.Of(model)];

    private ImmutableArray<ModelEdit> Told(ImmutableArray<ModelPart> before, ImmutableArray<ModelPart> after)
    {
        var pairs = Pairs(before, after);
        foreach (var now in after)
        {
            if (pairs.TryGetValue(now.Key, out var was))
            {
                TellChanges(was, now);
            }
            else
            {
                Tell(EditKind.Added, now, $" was added{Home(" to ", now)}", Touched(null, now));
            }
        }

        TellOrder(before, after, pairs);
        var kept = pairs.Values.Select(part => part.Key).ToHashSet();
        foreach (var was in before.Where(was => !kept.Contains(was.Key)))
        {
            Tell(EditKind.Removed, was, $" was removed{Home(" from ", was)}", Touched(was, null));
        }

        return edits.ToImmutable();
    }

    /// <summary>For the key of each part that was there before, perhaps under another name, the part that it was.</summary>
    private static Dictionary<(EditArea, string, bool), ModelPart> Pairs(
        ImmutableArray<ModelPart> before,
        ImmutableArray<ModelPart> after
    )
    {
        var known = before.ToDictionary(part => part.Key);
        var named = after.Select(part => part.Key).ToHashSet();
        var lost = before
            .Where(part => part.Renamable && !named.Contains(part.Key))
            .GroupBy(part => (part.Area, part.Content()))
            .ToDictionary(parts => parts.Key, parts => new Queue<ModelPart>(parts));
        var pairs = new Dictionary<(EditArea, string, bool), ModelPart>();
        foreach (var part in after)
        {
            if (known.TryGetValue(part.Key, out var same))
            {
                pairs[part.Key] = same;
            }
            else if (
                part.Renamable
                && lost.TryGetValue((part.Area, part.Content()), out var candidates)
                && candidates.TryDequeue(out var renamed)
            )
            {
                pairs[part.Key] = renamed;
            }
        }

        return pairs;
    }

    private void TellChanges(ModelPart was, ModelPart now)
    {
        var touched = Touched(was, now);
        if (was.Name != now.Name)
        {
            edits.Add(
                new(
                    EditKind.Renamed,
                    now.Area,
                    now.Name,
                    now.Path,
                    $"{was.Title} is now called {PlainWords.Name(now.Name)}; it says the same.",
                    touched
                )
            );
        }

        foreach (var label in now.Facets.Concat(was.Facets).Select(facet => facet.Label).Distinct().ToArray())
        {
            var old = was.Facets.FirstOrDefault(facet => facet.Label == label);
            var young = now.Facets.FirstOrDefault(facet => facet.Label == label);
            old ??= new Facet.Value("", label, Words: null);
            young ??= new Facet.Value("", label, Words: null);
            if (FacetEdits.Between(old, young) is { } words)
            {
                var key = young.Key.Length > 0 ? young.Key : old.Key;
                var silent = young is Facet.Value { Silent: true };
                edits.Add(
                    new(
                        EditKind.Changed,
                        now.Area,
                        now.Name,
                        key.Length > 0 ? $"{now.Path}.{key}" : now.Path,
                        $"{now.Title}{words}.",
                        silent ? [] : touched
                    )
                );
            }
        }
    }

    private void TellOrder(
        ImmutableArray<ModelPart> before,
        ImmutableArray<ModelPart> after,
        Dictionary<(EditArea, string, bool), ModelPart> pairs
    )
    {
        foreach (var list in after.Where(part => part.Sequence is not null).GroupBy(part => part.Sequence!))
        {
            var kept = list.Where(now => pairs.TryGetValue(now.Key, out var was) && was.Sequence == list.Key)
                .ToDictionary(now => pairs[now.Key].Name);
            var was = before
                .Where(part => part.Sequence == list.Key && kept.ContainsKey(part.Name))
                .Select(part => part.Name)
                .ToImmutableArray();
            var now = kept.Keys.ToImmutableArray();
            foreach (var name in OrderEdits.Moved(was, now))
            {
                var part = kept[name];
                edits.Add(
                    new(
                        EditKind.Changed,
                        part.Area,
                        part.Name,
                        part.Path,
                        $"{part.Title} now stands {Place(now, name)}, stood {Place(was, name)}.",
                        Touched(part, part)
                    )
                );
            }
        }
    }

    private static string Place(ImmutableArray<string> list, string name)
    {
        var index = list.IndexOf(name, StringComparer.Ordinal);
        return index == 0 ? "first" : $"after {PlainWords.Name(list[index - 1])}";
    }

    private static string Home(string word, ModelPart part) => part.Home.Length > 0 ? word + part.Home : "";

    private void Tell(EditKind kind, ModelPart part, string what, ImmutableArray<string> touched)
    {
        var summary = part.Summary.Length > 0 ? $": {part.Summary}" : "";
        edits.Add(new(kind, part.Area, part.Name, part.Path, $"{part.Title}{what}{summary}.", touched));
    }

    private ImmutableArray<string> Touched(ModelPart? was, ModelPart? now) =>
        [.. Reached(readersBefore, was).Concat(Reached(readersAfter, now)).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Reached(ModelReaders readers, ModelPart? part) =>
        part is null || part.Off || part.Node.Length == 0 ? [] : readers.Reached(part.Node);
}
