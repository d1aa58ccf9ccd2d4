using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ScoreGuard.Benchmarks.HandWritten;

namespace ScoreGuard.Benchmarks.Standard;

/// <summary>What a replay asks an engine without a clock: each lead at its creation and again at each of its activities.</summary>
internal static class StandardSteps
{
    public const int Leads = 500;

    /// <summary>One evaluation at creation, one an activity.</summary>
    public const int PerLead = StandardJourney.Activities + 1;

    /// <summary>Writes each lead once a step with the activities up to then, and the outcomes as of that step.</summary>
    public static void Write(string leadsPath, string stepsPath, string outcomesPath)
    {
        using var steps = new StreamWriter(stepsPath);
        using var outcomes = new FileStream(outcomesPath, FileMode.Create);
        var reader = new HandWrittenReader();
        var scorer = new HandWrittenScorer();
        var lead = new Lead();
        var outcome = new LeadOutcome();
        var writer = new OutcomeWriter();
        foreach (var line in File.ReadLines(leadsPath).Take(Leads))
        {
            foreach (var (step, at) in Steps(line))
            {
                steps.Write(step + "\n");
                reader.Read(Encoding.UTF8.GetBytes(step), lead);
                scorer.Score(lead, at.ToUnixTimeMilliseconds(), outcome);
                writer.Write(lead, outcome);
                outcomes.Write(writer.Written);
                writer.Clear();
            }
        }
    }

    private static IEnumerable<(string Lead, DateTimeOffset At)> Steps(string line)
    {
        var lead = JsonNode.Parse(line)!.AsObject();
        var activities = lead["activities"]!.AsArray().OrderBy(At).Select(activity => activity!.DeepClone()).ToList();
        var at = DateTimeOffset.Parse((string)lead["createdAt"]!, CultureInfo.InvariantCulture);
        for (var count = 0; count <= activities.Count; count++)
        {
            lead["activities"] = new JsonArray([.. activities.Take(count).Select(activity => activity.DeepClone())]);
            yield return (lead.ToJsonString(), count == 0 ? at : At(activities[count - 1]));
        }
    }

    private static DateTimeOffset At(JsonNode? activity) =>
        DateTimeOffset.Parse((string)activity!["at"]!, CultureInfo.InvariantCulture);
}
