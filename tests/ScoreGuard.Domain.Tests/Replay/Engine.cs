using System.Buffers;
using System.Text;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Models.Reading;
using ScoreGuard.Domain.Replay;
using ScoreGuard.Targets.Model;
using ScoreGuard.Yaml;

namespace ScoreGuard.Domain.Tests.Replay;

/// <summary>The engine as a function of texts.</summary>
internal static class Engine
{
    public static string Outcomes(string model, string leads, string asOf)
    {
        var diagnostics = new DiagnosticBag("leads.jsonl");
        var outcomes = Replay(ReplayEngine.Compile(Model(model)), leads, asOf, diagnostics);
        diagnostics.InDocumentOrder().ShouldBeEmpty();
        return outcomes;
    }

    public static string Replay(ReplayEngine engine, string leads, string asOf, DiagnosticBag diagnostics)
    {
        InstantText.TryParse(asOf, out var instant).ShouldBeTrue();
        var outcomes = new ArrayBufferWriter<byte>();
        _ = engine.NewSession().Replay(Encoding.UTF8.GetBytes(leads), 1, instant, outcomes, diagnostics);
        return Encoding.UTF8.GetString(outcomes.WrittenSpan);
    }

    public static ScoringModel Model(string text)
    {
        var document = YamlDocument
            .Read("model.yaml", Encoding.UTF8.GetBytes(text))
            .ShouldBeOfType<Parsed<DocumentNode>.Ok>();
        var parsed = ModelReader.Read("model.yaml", document.Value, new TzdbTimeZones());
        if (parsed is Parsed<ScoringModel>.Refused refused)
        {
            throw new InvalidOperationException(string.Join('\n', refused.Diagnostics));
        }

        return parsed.ShouldBeOfType<Parsed<ScoringModel>.Ok>().Value;
    }
}
