using System.Text;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Models.Reading;
using ScoreGuard.Targets.Model;
using ScoreGuard.Yaml;

namespace ScoreGuard.Domain.Tests.Models.Reading;

/// <summary>Reading a model as a function of its text.</summary>
internal static class ModelText
{
    public const string File = "model.yaml";

    public static Parsed<ScoringModel> Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    public static Parsed<ScoringModel> Parse(ReadOnlySpan<byte> utf8) =>
        YamlDocument.Read(File, utf8) switch
        {
            Parsed<DocumentNode>.Ok document => ModelReader.Read(File, document.Value, TzdbTimeZones.Instance),
            Parsed<DocumentNode>.Refused refused => new Parsed<ScoringModel>.Refused(refused.Diagnostics),
            _ => throw new InvalidOperationException(),
        };

    /// <exception cref="ShouldAssertException">The text is no model; the message has its diagnostics.</exception>
    public static ScoringModel Model(string text)
    {
        var parsed = Parse(text);
        Diagnostics(parsed).ShouldBe("");
        return ((Parsed<ScoringModel>.Ok)parsed).Value;
    }

    /// <summary>One a line, as editors and CI logs show them; empty for a model.</summary>
    public static string Diagnostics(Parsed<ScoringModel> parsed) =>
        parsed is Parsed<ScoringModel>.Refused refused ? string.Join('\n', refused.Diagnostics) : "";

    /// <summary>The example of section 2 of the specification.</summary>
    public static string Example { get; } = Resource("example.yaml");

    public static string Resource(string name)
    {
        using var stream =
            typeof(ModelText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No resource {name}.");
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }
}
