using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Http;

/// <summary>Reads one result as an outcome.</summary>
internal sealed partial class ResultReader(ResultPlaces places)
{
    private const int MostScores = 100;
    private const int LongestText = 200;

    private static readonly JsonPointer Scores = JsonPointer.Parse("/scores");
    private static readonly JsonPointer Labels = JsonPointer.Parse("/labels");

    public ScoredLead Read(LeadLine lead, JsonElement result, Instant asOf)
    {
        if (places.Error.Find(result) is { ValueKind: not JsonValueKind.Null } error)
        {
            return new(lead, null, Words(error));
        }

        try
        {
            return new(lead, Outcome(lead.Id, result, asOf), null);
        }
        catch (FormatException wrong)
        {
            return new(lead, null, wrong.Message);
        }
    }

    private Outcome Outcome(string lead, JsonElement result, Instant asOf)
    {
        var mapping = places.Mapping;
        var scores = mapping is null ? OurScores(result) : MappedScores(mapping, result);
        var labels = mapping is null ? OurLabels(result) : MappedLabels(mapping, result);
        var stage = Named(mapping is null ? new("/stage", [], []) : mapping.Stage, result);
        var route = Named(mapping is null ? new("/route", [], []) : mapping.Route, result);
        if (mapping is null && scores.IsEmpty && stage is null)
        {
            throw new FormatException("neither `scores` nor `stage` are in its result");
        }

        return new(
            lead,
            scores,
            labels,
            (mapping is null ? "/grade" : mapping.Grade) is { } grade
                ? Text(JsonPointer.Parse(grade).Find(result), grade)
                : null,
            stage,
            stage is null ? [] : [new(stage, asOf, null)],
            route is null ? [] : [new(asOf, stage ?? "", route, null, null)],
            [],
            [],
            [],
            null
        );
    }

    /// <summary>Sorted, for a service may name them in another order tomorrow.</summary>
    private ImmutableArray<Outcome.Score> OurScores(JsonElement result) =>
        [.. Members(Scores.Find(result), "scores").Select(item => new Outcome.Score(item.Name, Number(item)))];

    private static ImmutableArray<Outcome.Label> OurLabels(JsonElement result) =>
        [
            .. Members(Labels.Find(result), "labels")
                .Where(item => item.Value.ValueKind != JsonValueKind.Null)
                .Select(item => new Outcome.Label(item.Name, Text(item.Value, "labels")!)),
        ];

    private ImmutableArray<Outcome.Score> MappedScores(OutcomeMapping mapping, JsonElement result) =>
        [
            .. mapping.Scores.Select(score =>
                JsonPointer.Parse(score.Theirs).Find(result) is { } value
                    ? new Outcome.Score(score.Ours, Number(new(score.Theirs, value)))
                : mapping.Expected.Contains(score.Theirs, StringComparer.Ordinal)
                    ? throw new FormatException($"{Quote.Code(score.Theirs)} is not in its result")
                : new Outcome.Score(score.Ours, null)
            ),
        ];

    private static ImmutableArray<Outcome.Label> MappedLabels(OutcomeMapping mapping, JsonElement result) =>
        [
            .. mapping
                .Labels.Select(label =>
                    (label.Ours, Name: Text(JsonPointer.Parse(label.Theirs).Find(result), label.Theirs))
                )
                .Where(label => label.Name is not null)
                .Select(label => new Outcome.Label(label.Ours, label.Name!)),
        ];

    private static string? Named(ValueMapping? mapping, JsonElement result) =>
        mapping is not null && Text(JsonPointer.Parse(mapping.Field).Find(result), mapping.Field) is { } value
            ? mapping.ToOurs(value)
            : null;

    private static IEnumerable<Member> Members(JsonElement? part, string name) =>
        part switch
        {
            null or { ValueKind: JsonValueKind.Null } => [],
            { ValueKind: JsonValueKind.Object } given when given.GetPropertyCount() <= MostScores => given
                .EnumerateObject()
                .Select(member =>
                    member.Name.Length is > 0 and <= LongestText
                        ? new Member(member.Name, member.Value)
                        : throw new FormatException($"`{name}` has a name that is empty or too long")
                )
                .DistinctBy(member => member.Name, StringComparer.Ordinal)
                .OrderBy(member => member.Name, StringComparer.Ordinal),
            _ => throw new FormatException($"`{name}` is no object of at most {MostScores} members"),
        };

    private decimal? Number(Member item)
    {
        decimal value = 0;
        var isNumber = item.Value.ValueKind switch
        {
            JsonValueKind.Null => true,
            JsonValueKind.Number => item.Value.TryGetDecimal(out value),
            JsonValueKind.String => NumberText.Read(item.Value.GetString(), out value) == NumberText.Reading.Number,
            _ => false,
        };
        return !isNumber ? throw new FormatException($"{Quote.Code(item.Name)} is no number")
            : item.Value.ValueKind == JsonValueKind.Null ? null
            : decimal.Round(value, places.Decimals, MidpointRounding.AwayFromZero);
    }

    private static string? Text(JsonElement? value, string name) =>
        value switch
        {
            null or { ValueKind: JsonValueKind.Null } => null,
            { ValueKind: JsonValueKind.String } text when text.GetString()!.Length <= LongestText => text.GetString(),
            { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } plain =>
                plain.GetRawText(),
            _ => throw new FormatException($"{Quote.Code(name)} is no text of at most {LongestText} letters"),
        };

    /// <summary>A code is told; a sentence could hold what the lead is called.</summary>
    private static string Words(JsonElement error) =>
        error.ValueKind == JsonValueKind.String && Code().IsMatch(error.GetString()!)
            ? error.GetString()!
            : "its reason is no code and may hold data of the lead, so look for it in the service's log";

    [GeneratedRegex(@"^[A-Za-z0-9_.:-]{1,60}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Code();

    private readonly record struct Member(string Name, JsonElement Value);
}
