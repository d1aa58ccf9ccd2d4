using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>The model while it is written: fields as rules ask for them, dimensions, labels, the grade.</summary>
internal sealed partial class ModelDraft(LeadNames names)
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SortedDictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly JsonObject _scores = [];
    private readonly JsonObject _labels = [];
    private JsonObject? _grade;

    public LeadNames Names => names;

    public bool IsEmpty => _scores.Count == 0;

    public bool HasGrade => _grade is not null;

    /// <summary>A contact property as a declared field.</summary>
    /// <returns>Null: another rule reads it as another type.</returns>
    public Subject? FindField(string property, JsonElement operation, Verdict verdict)
    {
        var kind = names.FindKind(property);
        var type = kind?.Ours ?? Guess(operation);
        if (kind is null && operation.FindText("operationType") == "ENUMERATION")
        {
            verdict.Approximate($"the definition of `{property}` cannot be read; it is taken to hold one choice");
        }

        var name = names.Attribute(property);
        return FindField(name, type, kind?.HoldsSeveral ?? false, verdict);
    }

    /// <summary>One criterion a segment; empty: the workspace does not say which attributes tell the membership.</summary>
    public ImmutableArray<Criterion> Members(IEnumerable<JsonElement> segments, Verdict verdict)
    {
        var members = ImmutableArray.CreateBuilder<Criterion>();
        var areAllKnown = true;
        foreach (var id in segments.Select(segment => segment.AsText()).OfType<string>())
        {
            if (
                names.FindSegment(id) is { } attribute
                && FindField(attribute, "boolean", holdsSeveral: false, verdict) is { } subject
            )
            {
                members.Add(Criterion.Of(subject.Name, true, orMissing: false));
                continue;
            }

            areAllKnown = false;
            verdict.LeaveOut(
                $"no attribute says whether a lead is in the segment {id}; name one by the option `segment.{id}`"
            );
        }

        return areAllKnown ? members.ToImmutable() : [];
    }

    /// <summary>An id for a rule that no other rule has.</summary>
    public string NewId(string wanted) => Unique(wanted, _ids.Add);

    /// <summary>A dimension under a name that no other has.</summary>
    /// <returns>The name.</returns>
    public string Add(string wanted, JsonObject dimension)
    {
        var name = Unique(wanted, id => !_scores.ContainsKey(id));
        _scores[name] = dimension;
        return name;
    }

    public bool HasLabels(string dimension) => _labels.ContainsKey(dimension);

    public void SetLabels(string dimension, JsonObject bands) => _labels[dimension] = bands;

    public void SetGrade(JsonObject grade) => _grade = grade;

    /// <summary>JSON, which is YAML, too.</summary>
    public string Text()
    {
        var model = new JsonObject { ["scoreguard"] = 1, ["name"] = "HubSpot lead scores" };
        var fields = new JsonObject();
        foreach (var (name, type) in _fields)
        {
            fields[name] = new JsonObject { ["type"] = type };
        }

        Put(model, "fields", fields);
        Put(model, "scores", _scores);
        Put(model, "labels", _labels);
        if (_grade is not null)
        {
            model["grade"] = _grade.DeepClone();
        }

        // YAML knows no pairs of surrogates.
        return Pair()
            .Replace(model.ToJsonString(Layout), pair => JsonSerializer.Deserialize<string>($"\"{pair.Value}\"")!);
    }

    private Subject? FindField(string name, string type, bool holdsSeveral, Verdict verdict)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            verdict.LeaveOut("it names no property");
            return null;
        }

        if (_fields.TryAdd(name, type) || _fields[name] == type)
        {
            return new(name, type, holdsSeveral);
        }

        verdict.LeaveOut($"`{name}` is asked for as {type} here and as {_fields[name]} elsewhere");
        return null;
    }

    private static string Guess(JsonElement operation) =>
        (operation.FindText("operationType") ?? operation.FindText("type")) switch
        {
            "NUMBER" or "NUMBER_RANGED" => "number",
            "BOOL" => "boolean",
            "DATE" or "DATETIME" or "RANGED_DATE" or "TIME_POINT" or "TIME_RANGED" => "date",
            _ => "text",
        };

    private static string Unique(string wanted, Predicate<string> take)
    {
        var name = wanted;
        for (var number = 2; !take(name); number++)
        {
            name = $"{wanted} {number}";
        }

        return name;
    }

    private static void Put(JsonObject model, string section, JsonObject content)
    {
        if (content.Count > 0)
        {
            model[section] = content.DeepClone();
        }
    }

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}", RegexOptions.NonBacktracking)]
    private static partial Regex Pair();
}
