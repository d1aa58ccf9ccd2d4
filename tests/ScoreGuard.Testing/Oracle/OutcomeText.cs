using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ScoreGuard.Testing.Oracle;

/// <summary>Section 7: the outcome's line.</summary>
internal static class OutcomeText
{
    public static string Line(JsonElement model, State state, Scores scores)
    {
        var keys = new List<string> { Pair("lead", Text(state.Lead.Id)) };
        void Add(string key, IEnumerable<string> parts, char open, char close)
        {
            var text = string.Join(',', parts);
            if (text.Length > 0)
                keys.Add(Pair(key, open + text + close));
        }
        Add("scores", model.Entries("scores").Select(s => Pair(s.Name, Score(scores, s.Name))), '{', '}');
        Add(
            "labels",
            model
                .Entries("labels")
                .Where(l => scores.Label(l.Name) is not null)
                .Select(l => Pair(l.Name, Text(scores.Label(l.Name)!))),
            '{',
            '}'
        );
        if (scores.Grade() is { } grade)
            keys.Add(Pair("grade", Text(grade)));
        if (state.Stage is { } stage)
            keys.Add(Pair("stage", Text(stage)));
        Add(
            "history",
            state.History.Select(visit =>
                Mapping([("stage", visit.Stage), ("at", Times.Write(visit.At)), ("by", visit.By)])
            ),
            '[',
            ']'
        );
        Add("routes", state.Routes.Select(Route), '[', ']');
        Add("sla", state.Promises.Select(promise => Sla(promise, state.Now)), '[', ']');
        Add(
            "rules",
            from rule in model.Rules()
            let points = scores.Contribution(rule.Dimension, rule.Rule)
            where !points.IsZero
            select Pair(rule.Rule.Text("id"), ExactNumber.OfThousandths(points).ToString()),
            '{',
            '}'
        );
        Add(
            "notes",
            state.Notes.Select(note =>
                Mapping([("at", Times.Write(note.At)), ("field", note.Field), ("expected", note.Expected)])
            ),
            '[',
            ']'
        );
        if (state.LoopedAt is { } looped)
            keys.Add(Pair("error", Mapping([("code", "SG3001"), ("at", Times.Write(looped))])));
        return "{" + string.Join(',', keys) + "}";
    }

    /// <summary>A text in quotes: only <c>"</c>, <c>\</c> and the characters below the space are escaped.</summary>
    public static string Text(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' => quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }
        return quoted.Append('"').ToString();
    }

    private static string Score(Scores scores, string dimension) =>
        scores.Score(dimension) is { } score ? ExactNumber.OfThousandths(score).ToString() : "null";

    private static string Route(Route route) =>
        Mapping([
            ("at", Times.Write(route.At)),
            ("stage", route.Stage),
            ("to", route.To),
            ("by", route.By),
            ("alertDue", route.AlertDue is { } due ? Times.Write(due) : null),
        ]);

    private static string Sla(Promise promise, long asOf)
    {
        var status =
            promise.LeftAt is { } left ? (left <= promise.Due ? "met" : "breached")
            : asOf > promise.Due ? "breached"
            : "open";
        return Mapping([
            ("id", promise.Sla.Text("id")),
            ("at", Times.Write(promise.At)),
            ("due", Times.Write(promise.Due)),
            ("status", status),
        ]);
    }

    private static string Mapping((string Key, string? Value)[] pairs) =>
        "{" + string.Join(',', pairs.Where(p => p.Value is not null).Select(p => Pair(p.Key, Text(p.Value!)))) + "}";

    private static string Pair(string key, string json) => Text(key) + ":" + json;
}
