using System.Text.Json;

namespace ScoreGuard.Testing.Oracle;

/// <summary>Section 4: criteria, asked of a lead as it stands.</summary>
internal sealed class Criteria(JsonElement model, State state, Scores scores)
{
    /// <summary>The criteria under <paramref name="key"/>; absent: true.</summary>
    public bool AreTrue(JsonElement element, string key = "when") =>
        element.Find(key) is not { } criteria || Ask(criteria) == Truth.True;

    public Truth Ask(JsonElement criteria) =>
        TruthTables.And(criteria.EnumerateObject().Select(part => Ask(part.Name, part.Value)));

    /// <summary>Whether the activity satisfies <c>where</c>; absent: true.</summary>
    public bool IsWhere(JsonElement element, Activity activity) =>
        element.Find("where") is not { } where || AskWhere(where, activity) == Truth.True;

    /// <summary>How many activities of the clock so far satisfy types, <c>where</c> and <c>within</c>.</summary>
    public int Count(JsonElement typed, string typesKey, long? within) =>
        state.Processed.Count(activity =>
            typed.Takes(typesKey, activity.Type)
            && IsWhere(typed, activity)
            && (within is not { } window || activity.At > state.Now - window)
        );

    private Truth Ask(string key, JsonElement operand)
    {
        if (key == "all")
            return TruthTables.And(operand.EnumerateArray().Select(Ask));
        if (key == "any")
            return TruthTables.Or(operand.EnumerateArray().Select(Ask));
        if (key == "not")
            return TruthTables.Not(Ask(operand));
        if (key == "segment")
            return TruthTables.Or(operand.Names().Select(name => Ask(model.Get("segments").Get(name))));
        if (key == "did")
        {
            var atLeast = operand.Find("atLeast")?.GetInt32() ?? 1;
            return TruthTables.Of(Count(operand, "activity", operand.Duration("within")) >= atLeast);
        }
        return Matching.Holds(model, SubjectOf(key), operand);
    }

    private Typed SubjectOf(string key)
    {
        static Value? TextOf(string? text) => text is null ? null : new Value.Text(text);
        if (key == "stage")
            return new(TextOf(state.Stage), "text");
        if (key == "grade")
            return new(TextOf(scores.Grade()), "text");
        if (key.StartsWith("visits.", StringComparison.Ordinal))
        {
            var visits = state.History.Count(visit => visit.Stage == key["visits.".Length..]);
            return new(new Value.Number(new(visits, 0)), "number");
        }
        if (key.StartsWith("score.", StringComparison.Ordinal))
        {
            var score = scores.Score(key["score.".Length..]);
            return new(score is null ? null : new Value.Number(ExactNumber.OfThousandths(score.Value)), "number");
        }
        if (key.StartsWith("label.", StringComparison.Ordinal))
            return new(TextOf(scores.Label(key["label.".Length..])), "text");
        return new(Fields.FinalValue(model, state.Attributes, key), model.Get("fields").Get(key).Text("type"));
    }

    private Truth AskWhere(JsonElement where, Activity activity) =>
        TruthTables.And(where.EnumerateObject().Select(part => AskWhere(part.Name, part.Value, activity)));

    private Truth AskWhere(string key, JsonElement operand, Activity activity) =>
        key switch
        {
            "all" => TruthTables.And(operand.EnumerateArray().Select(part => AskWhere(part, activity))),
            "any" => TruthTables.Or(operand.EnumerateArray().Select(part => AskWhere(part, activity))),
            "not" => TruthTables.Not(AskWhere(operand, activity)),
            _ => Matching.Holds(
                model,
                new Property(activity.Properties.TryGetValue(key, out var given) ? given : default),
                operand
            ),
        };
}
