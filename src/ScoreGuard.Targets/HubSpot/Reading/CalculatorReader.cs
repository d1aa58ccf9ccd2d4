using System.Collections.Immutable;
using System.Text.Json;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>Reads what a calculator asks of one record, a contact or an event, and which value it gives.</summary>
/// <param name="source">The event's activity; null: the record is the contact.</param>
internal sealed class CalculatorReader(ModelDraft draft, EventSource? source)
{
    private const int Deepest = 16;

    /// <summary>The cases that add up to the calculator's value.</summary>
    public ImmutableArray<ValueCase> Read(JsonElement calculator, Verdict verdict, int depth = 0)
    {
        switch (calculator.FindText("type"))
        {
            case "CONSTANT":
                return [Case(Criterion.Always, calculator.FindNumber("value"))];
            case "MATCH":
                return Match(calculator, verdict);
            case "CONDITIONAL":
                return
                    calculator.TryGet("whereCondition", out var condition)
                    && Condition(condition, verdict, depth) is { } criterion
                    ? [Case(criterion, calculator.FindNumber("value"))]
                    : [];
            case "MULTI" when depth < Deepest:
                return [.. calculator.Items("calculators").SelectMany(part => Read(part, verdict, depth + 1))];
            case "SEGMENT_MEMBERSHIP":
                return Segments(calculator, verdict);
            case var type:
                verdict.LeaveOut($"the model has nothing for a calculation of the kind {Known(type)}");
                return [];
        }
    }

    private static string Known(string? type) =>
        type is "ASSOCIATIONS" or "ASSOCIATION_UE" ? $"{type}: a lead has no associated records"
        : type is { Length: < 60 } ? type
        : "unknown";

    private ImmutableArray<ValueCase> Match(JsonElement calculator, Verdict verdict)
    {
        var cases = ImmutableArray.CreateBuilder<ValueCase>();
        var before = new List<(Criterion Criterion, ImmutableHashSet<string>? Values)>();
        foreach (var rule in calculator.Items("matchRules"))
        {
            if (
                !rule.TryGet("operation", out var operation)
                || Asked(calculator.FindText("property") ?? "", operation, verdict) is not { } criterion
            )
            {
                continue;
            }

            var values = HoldsSeveral(calculator) ? null : Values(operation);
            var earlier = before.Where(other => !AreApart(other.Values, values)).ToList();
            if (earlier.Count > 0)
            {
                verdict.Approximate("of several matches the first is taken; HubSpot does not say which it takes");
            }

            cases.Add(
                Case(
                    Criterion.All([criterion, .. earlier.Select(other => other.Criterion.Not)]),
                    rule.FindNumber("value")
                )
            );
            before.Add((criterion, values));
        }

        if (calculator.FindNumber("defaultValue") is { } otherwise and not 0)
        {
            cases.Add(Case(Criterion.All([.. before.Select(other => other.Criterion.Not)]), otherwise));
        }

        return cases.ToImmutable();
    }

    private bool HoldsSeveral(JsonElement calculator) =>
        source is null && draft.Names.FindKind(calculator.FindText("property") ?? "") is { HoldsSeveral: true };

    /// <summary>The only values for which an operation can hold; null: others, too.</summary>
    private static ImmutableHashSet<string>? Values(JsonElement operation) =>
        operation.FindText("operator") is "IS_EQUAL_TO" or "IS_ANY_OF"
        && !operation.IsTrue("includeObjectsWithNoValueSet")
            ? operation
                .Items("values")
                .Select(value => value.AsText())
                .Append(operation.FindText("value"))
                .OfType<string>()
                .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase)
            : null;

    private static bool AreApart(ImmutableHashSet<string>? some, ImmutableHashSet<string>? others) =>
        some is not null && others is not null && !some.Overlaps(others);

    private Criterion? Condition(JsonElement condition, Verdict verdict, int depth)
    {
        if (condition.FindText("type") == "SINGLE")
        {
            return condition.TryGet("operation", out var operation)
                ? Asked(condition.FindText("property") ?? "", operation, verdict)
                : null;
        }

        if (condition.FindText("operator") != "AND" || depth >= Deepest)
        {
            verdict.LeaveOut("conditions that are joined otherwise than by AND are not known");
            return null;
        }

        // All are read, so that everything that is left out is said.
        Criterion?[] parts = [.. condition.Items("conditions").Select(part => Condition(part, verdict, depth + 1))];
        return parts.All(part => part is not null) ? Criterion.All([.. parts.OfType<Criterion>()]) : null;
    }

    private Criterion? Asked(string property, JsonElement operation, Verdict verdict)
    {
        if (source is not null && property.Trim().Length > 0)
        {
            return OperationReader.Find(
                new(source.Property(property), Type: null, HoldsSeveral: false),
                operation,
                verdict
            );
        }

        return draft.FindField(property, operation, verdict) is { } subject
            ? OperationReader.Find(subject, operation, verdict)
            : null;
    }

    private ImmutableArray<ValueCase> Segments(JsonElement calculator, Verdict verdict)
    {
        var cases = ImmutableArray.CreateBuilder<ValueCase>();
        foreach (var rule in calculator.Items("segmentMembershipRules"))
        {
            var members = draft.Members(rule.Items("segmentIds"), verdict);
            var criterion = rule.FindText("operation") switch
            {
                _ when members.IsEmpty => null,
                "HAS_ALL_SEGMENT_MEMBERSHIP" => Criterion.All(members),
                "HAS_AT_LEAST_ONE_SEGMENT_MEMBERSHIP" => Criterion.Any(members),
                "HAS_NO_SEGMENT_MEMBERSHIP" => Criterion.Any(members).Not,
                _ => null,
            };
            if (criterion is not null)
            {
                cases.Add(new(Criterion.Always, criterion, rule.FindNumber("value") ?? 0));
            }
        }

        if (cases.Count > 1)
        {
            verdict.Approximate("each membership that holds counts; HubSpot does not say whether they add up");
        }

        return cases.ToImmutable();
    }

    private ValueCase Case(Criterion criterion, decimal? value) =>
        source is null ? new(Criterion.Always, criterion, value ?? 0) : new(criterion, Criterion.Always, value ?? 0);
}
