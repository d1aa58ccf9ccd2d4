using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Http;

/// <summary>Where in an answer its results stand, and what of them is read.</summary>
/// <param name="Results">Of an answer: the list of results, or the one result.</param>
/// <param name="Lead">Of a result: the lead's id; null: results stand in the order of the request.</param>
/// <param name="Error">Of a result: why the lead was refused.</param>
/// <param name="Decimals">To which scores are rounded.</param>
/// <param name="IsList">Results are a list.</param>
/// <param name="Mapping">Where scores, labels, grade, stage and route stand; null: where our own form has them.</param>
internal sealed record ResultPlaces(
    JsonPointer Results,
    JsonPointer? Lead,
    JsonPointer Error,
    int Decimals,
    bool IsList,
    OutcomeMapping? Mapping
)
{
    public static ResultPlaces Read(OptionReader options, OutcomeMapping outcome, RequestTemplate request)
    {
        var lead = options.Find("lead") ?? "/lead";
        return new(
            JsonPointer.Parse(options.Find("results") ?? (request.IsOurs ? "/outcomes" : "")),
            !request.TakesMany || lead == "none" ? null : JsonPointer.Parse(lead),
            JsonPointer.Parse(options.Find("error") ?? "/error"),
            options.Whole("decimals", 0, 9, 3),
            request.TakesMany,
            outcome.Properties().IsEmpty ? null : outcome
        );
    }
}
