using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Application.Live;

/// <summary>Spells what a platform says about a record as an outcome line.</summary>
/// <remarks>
/// A platform says where a lead stands, not when it got there: the stage and the route are given the instant
/// <paramref name="asOf"/>, so that two replays of the same behaviour give the same bytes.
/// </remarks>
internal sealed class LiveOutcome(OutcomeMapping mapping, Instant asOf)
{
    private readonly byte[] _asOf = Encoding.ASCII.GetBytes(asOf.ToString());

    /// <exception cref="FormatException">A score is no number; the message names the property.</exception>
    public void Write(string lead, ImmutableDictionary<string, string?> values, IBufferWriter<byte> to)
    {
        to.Write("{\"lead\":"u8);
        to.Write(JsonText.Quoted(lead));
        WriteScores(values, to);
        WriteTexts(",\"labels\":{"u8, Labels(values), to);
        if (mapping.Grade is { } grade && Find(values, grade) is { } letter)
        {
            to.Write(",\"grade\":"u8);
            to.Write(JsonText.Quoted(letter));
        }

        var stage = mapping.Stage is { } field && Find(values, field.Field) is { } theirs ? field.ToOurs(theirs) : null;
        if (stage is not null)
        {
            WriteStage(stage, to);
        }

        if (mapping.Route is { } route && Find(values, route.Field) is { } owner)
        {
            to.Write(",\"routes\":[{\"at\":\""u8);
            to.Write(_asOf);
            to.Write("\",\"stage\":"u8);
            to.Write(JsonText.Quoted(stage ?? "-"));
            to.Write(",\"to\":"u8);
            to.Write(JsonText.Quoted(route.ToOurs(owner)));
            to.Write("}]"u8);
        }

        to.Write("}\n"u8);
    }

    private void WriteScores(ImmutableDictionary<string, string?> values, IBufferWriter<byte> to)
    {
        if (mapping.Scores.IsEmpty)
        {
            return;
        }

        var first = true;
        foreach (var score in mapping.Scores)
        {
            to.Write(first ? ",\"scores\":{"u8 : ","u8);
            first = false;
            to.Write(JsonText.Quoted(score.Ours));
            to.Write(":"u8);
            to.Write(Encoding.ASCII.GetBytes(Number(score, Find(values, score.Theirs))));
        }

        to.Write("}"u8);
    }

    private static string Number(FieldMapping score, string? text)
    {
        if (text is null)
        {
            return "null";
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? NumberText.Format(Math.Round(number, 3, MidpointRounding.AwayFromZero))
            : throw new FormatException($"the score in `{score.Theirs}` is no number");
    }

    private IEnumerable<(string Name, string Value)> Labels(ImmutableDictionary<string, string?> values) =>
        mapping
            .Labels.Select(label => (label.Ours, Value: Find(values, label.Theirs)))
            .Where(label => label.Value is not null)
            .Select(label => (label.Ours, label.Value!));

    private static void WriteTexts(
        ReadOnlySpan<byte> start,
        IEnumerable<(string Name, string Value)> texts,
        IBufferWriter<byte> to
    )
    {
        var any = false;
        foreach (var (name, value) in texts)
        {
            to.Write(any ? ","u8 : start);
            any = true;
            to.Write(JsonText.Quoted(name));
            to.Write(":"u8);
            to.Write(JsonText.Quoted(value));
        }

        if (any)
        {
            to.Write("}"u8);
        }
    }

    private void WriteStage(string stage, IBufferWriter<byte> to)
    {
        var quoted = JsonText.Quoted(stage);
        to.Write(",\"stage\":"u8);
        to.Write(quoted);
        to.Write(",\"history\":[{\"stage\":"u8);
        to.Write(quoted);
        to.Write(",\"at\":\""u8);
        to.Write(_asOf);
        to.Write("\"}]"u8);
    }

    private static string? Find(ImmutableDictionary<string, string?> values, string name) =>
        values.GetValueOrDefault(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
