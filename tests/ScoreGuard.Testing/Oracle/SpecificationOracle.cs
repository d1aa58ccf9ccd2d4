using System.Text;
using System.Text.Json;

namespace ScoreGuard.Testing.Oracle;

/// <summary>
/// A second implementation of the model specification, slow and obvious, written from the text alone. It interprets the
/// model's JSON where it stands and works everything out anew at every instant; the engine is compared with it.
/// </summary>
public static class SpecificationOracle
{
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 256 };

    /// <summary>The outcome lines, UTF-8, each with its line end.</summary>
    /// <param name="modelJson">A valid model, as JSON.</param>
    /// <param name="leadsJsonl">Valid leads for it, one a line.</param>
    /// <param name="asOf">The instant that is judged, not before any of the leads' instants.</param>
    public static byte[] Outcomes(string modelJson, string leadsJsonl, string asOf)
    {
        using var model = JsonDocument.Parse(modelJson, Json);
        var lines = new StringBuilder();
        foreach (var line in leadsJsonl.Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            using var lead = JsonDocument.Parse(line, Json);
            var state = new State(Lead.Read(lead.RootElement));
            var scores = new Scores(model.RootElement, state);
            new Clock(model.RootElement, state, scores).RunUntil(Times.Instant(asOf));
            lines.Append(OutcomeText.Line(model.RootElement, state, scores)).Append('\n');
        }
        return Encoding.UTF8.GetBytes(lines.ToString());
    }
}
