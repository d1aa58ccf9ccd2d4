using System.Text;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Models.Reading;
using ScoreGuard.Domain.Replay;
using ScoreGuard.Targets.Model;
using ScoreGuard.Yaml;

namespace ScoreGuard.Testing;

/// <summary>Models from YAML and outcomes from them, for tests that do not ask how.</summary>
public static class ModelTexts
{
    /// <summary>A model that must be free of errors and of warnings.</summary>
    public static ScoringModel Read(string yaml) =>
        Value(
            ModelReader.Read(
                "model.yaml",
                Value(YamlDocument.Read("model.yaml", Encoding.UTF8.GetBytes(yaml))),
                new TzdbTimeZones()
            )
        );

    /// <summary>The outcome line of each lead, in order.</summary>
    public static string[] Outcomes(ScoringModel model, Stream leads, Instant asOf, int workers = 1)
    {
        var outcomes = new MemoryStream();
        _ = Value(
            new ReplayPipeline(ReplayEngine.Compile(model), workers).Run(
                leads,
                "leads.jsonl",
                asOf,
                outcomes,
                progress: null,
                CancellationToken.None
            )
        );
        return Encoding.UTF8.GetString(outcomes.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>What was read without errors and warnings.</summary>
    /// <exception cref="InvalidOperationException">It was not; the message has every diagnostic.</exception>
    public static T Value<T>(Parsed<T> parsed) =>
        parsed switch
        {
            Parsed<T>.Ok { Warnings.IsEmpty: true } ok => ok.Value,
            Parsed<T>.Ok ok => throw new InvalidOperationException(string.Join('\n', ok.Warnings)),
            Parsed<T>.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Diagnostics)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
