using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace ScoreGuard.Domain.Outcomes;

/// <summary>Spells an outcome as its line (section 7 of the specification); what <see cref="OutcomeReader"/> reads.</summary>
public static class OutcomeSpelling
{
    /// <summary>Writes the line with its line end.</summary>
    public static void Write(Outcome outcome, IBufferWriter<byte> to)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var line = new OutcomeBuffer();
        line.Put("{\"lead\":"u8);
        Text(outcome.Lead, line);
        List(",\"scores\":{", outcome.Scores, score => Number(score.Dimension, score.Value, line), line);
        List(",\"labels\":{", outcome.Labels, label => Pair(label.Dimension, label.Name, line), line);
        Member("grade", outcome.Grade, line);
        Member("stage", outcome.Stage, line);
        List(",\"history\":[", outcome.History, entry => Write(entry, line), line);
        List(",\"routes\":[", outcome.Routes, route => Write(route, line), line);
        List(",\"sla\":[", outcome.Sla, clock => Write(clock, line), line);
        List(",\"rules\":{", outcome.Rules, rule => Number(rule.Rule, rule.Points, line), line);
        List(",\"notes\":[", outcome.Notes, note => Write(note, line), line);
        if (outcome.Error is { } error)
        {
            line.Put(",\"error\":{"u8);
            Pair("code", error.Code, line);
            Member("at", error.At, line);
            line.Put((byte)'}');
        }

        line.Put("}\n"u8);
        to.Write(line.Written);
    }

    private static void Write(Outcome.StageEntry entry, OutcomeBuffer to)
    {
        to.Put((byte)'{');
        Pair("stage", entry.Stage, to);
        Member("at", entry.At, to);
        Member("by", entry.By, to);
        to.Put((byte)'}');
    }

    private static void Write(Outcome.Route route, OutcomeBuffer to)
    {
        to.Put("{\"at\":"u8);
        to.PutInstant(route.At.UnixMilliseconds);
        Member("stage", route.Stage, to);
        Member("to", route.To, to);
        Member("by", route.By, to);
        Member("alertDue", route.AlertDue, to);
        to.Put((byte)'}');
    }

    private static void Write(Outcome.SlaClock clock, OutcomeBuffer to)
    {
        to.Put((byte)'{');
        Pair("id", clock.Id, to);
        Member("at", clock.At, to);
        Member("due", clock.Due, to);
        Member("status", clock.Status, to);
        to.Put((byte)'}');
    }

    private static void Write(Outcome.Note note, OutcomeBuffer to)
    {
        to.Put("{\"at\":"u8);
        to.PutInstant(note.At.UnixMilliseconds);
        Member("field", note.Field, to);
        Member("expected", note.Expected, to);
        to.Put((byte)'}');
    }

    /// <summary>A list or object, left out where it is empty.</summary>
    private static void List<T>(string opening, ImmutableArray<T> items, Action<T> write, OutcomeBuffer to)
    {
        if (items.IsEmpty)
        {
            return;
        }

        to.Put(Encoding.ASCII.GetBytes(opening));
        for (var at = 0; at < items.Length; at++)
        {
            if (at > 0)
            {
                to.Put((byte)',');
            }

            write(items[at]);
        }

        to.Put(opening[^1] == '{' ? (byte)'}' : (byte)']');
    }

    private static void Member(string name, string? value, OutcomeBuffer to)
    {
        if (value is not null)
        {
            Key(name, to);
            Text(value, to);
        }
    }

    private static void Member(string name, Instant? at, OutcomeBuffer to)
    {
        if (at is { } instant)
        {
            Key(name, to);
            to.PutInstant(instant.UnixMilliseconds);
        }
    }

    private static void Key(string name, OutcomeBuffer to)
    {
        to.Put((byte)',');
        Text(name, to);
        to.Put((byte)':');
    }

    private static void Pair(string name, string value, OutcomeBuffer to)
    {
        Text(name, to);
        to.Put((byte)':');
        Text(value, to);
    }

    private static void Number(string name, decimal? value, OutcomeBuffer to)
    {
        Text(name, to);
        to.Put((byte)':');
        to.Put(Encoding.ASCII.GetBytes(value is { } number ? NumberText.Format(number) : "null"));
    }

    private static void Text(string text, OutcomeBuffer to) => to.PutQuoted(Encoding.UTF8.GetBytes(text));
}
