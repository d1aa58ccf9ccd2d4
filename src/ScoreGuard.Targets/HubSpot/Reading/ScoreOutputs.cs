using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>What HubSpot writes of a score: names of dimensions, labels by thresholds, a matrix as grade.</summary>
internal sealed class ScoreOutputs(ModelDraft draft, ImmutableArray<CarriedPart>.Builder carried, string title)
{
    private const string LowerBounds = "a threshold is taken as the first value of its label; HubSpot does not say so";

    public static bool Asks(JsonElement score, string category) =>
        Outputs(score).Any(output => Categories(output).Contains(category));

    /// <summary>The name that reports use for the score over these categories.</summary>
    public string NameOf(JsonElement score, IReadOnlyCollection<string> categories)
    {
        foreach (var kind in (string[])["SCORE", "THRESHOLD"])
        {
            var output = Outputs(score)
                .FirstOrDefault(one => one.FindText("outputType") == kind && Categories(one).SetEquals(categories));
            if (output.FindName("propertyName") is not { } property)
            {
                continue;
            }

            var name = kind == "SCORE" ? draft.Names.Dimension(property) : draft.Names.FindLabelled(property);
            if (name is not null)
            {
                return name;
            }
        }

        var what =
            categories.Count == 2 ? "total"
            : categories.First() == "FIT" ? "fit"
            : "intent";
        return $"{score.FindName("name") ?? score.FindName("id") ?? "score"} {what}";
    }

    /// <param name="dimensions">By category; by the empty text the sum of both, where there are both.</param>
    public void Translate(JsonElement score, Dictionary<string, string> dimensions)
    {
        foreach (var output in Outputs(score))
        {
            var part = $"{title} / output {output.FindText("propertyName") ?? output.FindText("id")}";
            carried.Add(
                output.FindText("outputType") switch
                {
                    "SCORE" => new(part, CarriedHow.Exact, ""),
                    "THRESHOLD" => Labels(output, part, dimensions),
                    "MATRIX" => Grade(output, part, dimensions),
                    _ => new(part, CarriedHow.LeftOut, "the model has nothing for an output of this kind"),
                }
            );
        }
    }

    private CarriedPart Labels(JsonElement output, string part, Dictionary<string, string> dimensions)
    {
        var categories = Categories(output);
        var key =
            categories.Count == 2 && dimensions.ContainsKey("")
                ? ""
                : categories.FirstOrDefault(dimensions.ContainsKey);
        if (key is null || Bands(output.Items("boundaries")) is not { } bands)
        {
            return new(
                part,
                CarriedHow.LeftOut,
                "its labels or thresholds are not different from each other, or missing"
            );
        }

        var dimension = dimensions[key];
        if (draft.HasLabels(dimension))
        {
            // A dimension has one set of labels; another one stands on a copy of it.
            var name = draft.Names.FindLabelled(output.FindText("propertyName") ?? "");
            dimension = draft.Add(
                name ?? $"{dimension} ({output.FindText("propertyName")})",
                new() { ["sum"] = new JsonObject { [dimension] = 1 } }
            );
        }

        draft.SetLabels(dimension, bands);
        return new(part, CarriedHow.Approximated, LowerBounds);
    }

    private CarriedPart Grade(JsonElement output, string part, Dictionary<string, string> dimensions)
    {
        if (draft.HasGrade)
        {
            return new(part, CarriedHow.LeftOut, "the model has one grade, and another matrix is it");
        }

        if (
            !output.TryGet("boundaries", out var boundaries)
            || Bands(boundaries.Items("FIT")) is not { } rows
            || Bands(boundaries.Items("INTENT")) is not { } columns
            || !dimensions.TryGetValue("FIT", out var fit)
            || !dimensions.TryGetValue("INTENT", out var intent)
        )
        {
            return new(part, CarriedHow.LeftOut, "it has no bands of fit and intent that differ from each other");
        }

        draft.SetGrade(
            new()
            {
                ["rows"] = new JsonObject { ["score"] = fit, ["bands"] = rows },
                ["columns"] = new JsonObject { ["score"] = intent, ["bands"] = columns },
            }
        );
        return new(
            part,
            CarriedHow.Approximated,
            $"{LowerBounds}; the grade is the label of fit before that of intent"
        );
    }

    /// <summary>Labels with their first values, from the greatest.</summary>
    /// <returns>Null: there are none, or the model would refuse them.</returns>
    private static JsonObject? Bands(IEnumerable<JsonElement> boundaries)
    {
        var bands = boundaries
            .Select(boundary => (Label: boundary.FindText("label")?.Trim(), From: boundary.FindNumber("threshold")))
            .Where(band => band is { Label.Length: > 0, From: not null })
            .Select(band => (Label: band.Label!, From: RuleWorth.Of(band.From!.Value, new())))
            .OrderByDescending(band => band.From)
            .ToList();
        if (
            bands.Count == 0
            || bands.DistinctBy(band => band.Label, StringComparer.OrdinalIgnoreCase).Count() < bands.Count
            || bands.DistinctBy(band => band.From).Count() < bands.Count
        )
        {
            return null;
        }

        return new(bands.Select(band => KeyValuePair.Create(band.Label, (JsonNode?)band.From)));
    }

    private static IEnumerable<JsonElement> Outputs(JsonElement score) =>
        score.TryGet("outputConfiguration", out var configuration) ? configuration.Items("outputs") : [];

    private static HashSet<string> Categories(JsonElement output) =>
        [.. output.Items("categories").Select(category => category.AsText()).OfType<string>()];
}
