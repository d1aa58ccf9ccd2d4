using System.Text;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Replay.Clock;
using ScoreGuard.Domain.Replay.Compiled;
using ScoreGuard.Domain.Replay.Leads;
using ScoreGuard.Domain.Replay.Points;

namespace ScoreGuard.Domain.Replay;

/// <summary>Spells the state that a replay reached as an outcome line (section 7). Names are spelled once, at the start.</summary>
internal sealed class OutcomeWriter
{
    private readonly CompiledModel model;
    private readonly byte[][] dimensionKeys;
    private readonly byte[][] ruleKeys;
    private readonly byte[][] labelKeys;
    private readonly byte[]?[][] labelNames;
    private readonly byte[][] stages;
    private readonly byte[][] transitions;
    private readonly (byte[] To, byte[] By)[] routes;
    private readonly byte[] defaultRoute;
    private readonly byte[][] slas;
    private readonly byte[][] notes;

    public OutcomeWriter(CompiledModel model)
    {
        this.model = model;
        dimensionKeys = [.. model.Dimensions.Select(d => Key(d.Name))];
        ruleKeys = [.. model.Rules.Select(r => Key(r.Id))];
        labelKeys = [.. model.Labels.Select(l => dimensionKeys[l.Dimension])];
        labelNames =
        [
            .. model.Labels.Select(l => l.NameOfClass.Select(n => n is null ? null : JsonText.Quoted(n)).ToArray()),
        ];
        stages = [.. model.Stages.Select(s => JsonText.Quoted(s.Name))];
        transitions = new byte[model.TransitionCount][];
        foreach (var transition in model.Stages.SelectMany(s => s.Transitions))
        {
            transitions[transition.Index] = JsonText.Quoted(transition.Id);
        }

        routes = [.. model.Routes.Select(r => (JsonText.Quoted(r.To), JsonText.Quoted(r.Id)))];
        defaultRoute = model.DefaultRoute is { } route ? JsonText.Quoted(route) : [];
        slas = new byte[model.Stages.SelectMany(s => s.Slas).Select(s => s.Place + 1).DefaultIfEmpty().Max()][];
        foreach (var sla in model.Stages.SelectMany(s => s.Slas))
        {
            slas[sla.Place] = JsonText.Quoted(sla.Id);
        }

        notes =
        [
            .. model.Fields.Select(f =>
                (byte[])
                    [
                        .. ",\"field\":"u8,
                        .. JsonText.Quoted(f.Name),
                        .. ",\"expected\":"u8,
                        .. JsonText.Quoted(f.Type.ToString().ToLowerInvariant()),
                        .. "}"u8,
                    ]
            ),
        ];
    }

    public void Write<T>(BoundLead lead, LeadReplay<T> replay, OutcomeBuffer to)
        where T : struct, IMilli<T>
    {
        to.Put("{\"lead\":"u8);
        to.PutQuoted(lead.Id);
        WriteScores(replay, to);
        WriteLabels(replay, to);
        WriteGrade(replay, to);
        if (replay.Stage >= 0)
        {
            to.Put(",\"stage\":"u8);
            to.Put(stages[replay.Stage]);
        }

        WriteHistory(replay.Record, to);
        WriteRoutes(replay.Record, to);
        WriteSlas(replay.Record, replay.Now, to);
        WriteRules(replay, to);
        WriteNotes(lead, replay.Record, to);
        if (replay.Record.LoopAt is { } loopAt)
        {
            to.Put(",\"error\":{\"code\":\"SG3001\",\"at\":"u8);
            to.PutInstant(loopAt);
            to.Put((byte)'}');
        }

        to.Put("}\n"u8);
    }

    private void WriteScores<T>(LeadReplay<T> replay, OutcomeBuffer to)
        where T : struct, IMilli<T>
    {
        var list = new Listed(to, ",\"scores\":{"u8);
        for (var d = 0; d < dimensionKeys.Length; d++)
        {
            list.Next();
            to.Put(dimensionKeys[d]);
            if (replay.TryValue(d, out var value))
            {
                Put(value, to);
            }
            else
            {
                to.Put("null"u8);
            }
        }

        list.End((byte)'}');
    }

    private void WriteLabels<T>(LeadReplay<T> replay, OutcomeBuffer to)
        where T : struct, IMilli<T>
    {
        var list = new Listed(to, ",\"labels\":{"u8);
        for (var i = 0; i < labelKeys.Length; i++)
        {
            var bands = model.Labels[i];
            var @class = replay.ScoreClass(bands.Dimension, bands.Classes);
            if (@class >= 0 && labelNames[i][@class] is { } name)
            {
                list.Next();
                to.Put(labelKeys[i]);
                to.Put(name);
            }
        }

        list.End((byte)'}');
    }

    private void WriteGrade<T>(LeadReplay<T> replay, OutcomeBuffer to)
        where T : struct, IMilli<T>
    {
        if (
            model is { GradeRows: { } rows, GradeColumns: { } columns }
            && replay.ScoreClass(rows.Dimension, rows.Classes) is >= 0 and var row
            && replay.ScoreClass(columns.Dimension, columns.Classes) is >= 0 and var column
            && rows.NameOfClass[row] is { } rowName
            && columns.NameOfClass[column] is { } columnName
        )
        {
            to.Put(",\"grade\":"u8);
            to.PutQuoted(Encoding.UTF8.GetBytes(rowName + columnName));
        }
    }

    private void WriteHistory(LeadRecord record, OutcomeBuffer to)
    {
        var list = new Listed(to, ",\"history\":["u8);
        foreach (var (stage, at, transition) in record.History)
        {
            list.Next();
            to.Put("{\"stage\":"u8);
            to.Put(stages[stage]);
            to.Put(",\"at\":"u8);
            to.PutInstant(at);
            if (transition >= 0)
            {
                to.Put(",\"by\":"u8);
                to.Put(transitions[transition]);
            }

            to.Put((byte)'}');
        }

        list.End((byte)']');
    }

    private void WriteRoutes(LeadRecord record, OutcomeBuffer to)
    {
        var list = new Listed(to, ",\"routes\":["u8);
        foreach (var (at, stage, route) in record.Routes)
        {
            list.Next();
            to.Put("{\"at\":"u8);
            to.PutInstant(at);
            to.Put(",\"stage\":"u8);
            to.Put(stages[stage]);
            to.Put(",\"to\":"u8);
            if (route < 0)
            {
                to.Put(defaultRoute);
            }
            else
            {
                to.Put(routes[route].To);
                to.Put(",\"by\":"u8);
                to.Put(routes[route].By);
                if (model.Routes[route].Alert != 0)
                {
                    to.Put(",\"alertDue\":"u8);
                    to.PutInstant(at + model.Routes[route].Alert);
                }
            }

            to.Put((byte)'}');
        }

        list.End((byte)']');
    }

    private void WriteSlas(LeadRecord record, long asOf, OutcomeBuffer to)
    {
        var list = new Listed(to, ",\"sla\":["u8);
        foreach (var clock in record.Slas)
        {
            list.Next();
            to.Put("{\"id\":"u8);
            to.Put(slas[clock.Sla.Place]);
            to.Put(",\"at\":"u8);
            to.PutInstant(clock.At);
            to.Put(",\"due\":"u8);
            to.PutInstant(clock.Due);
            to.Put(",\"status\":\""u8);
            to.Put(
                clock.StatusAt(asOf) switch
                {
                    SlaStatus.Met => "met"u8,
                    SlaStatus.Breached => "breached"u8,
                    _ => "open"u8,
                }
            );
            to.Put("\"}"u8);
        }

        list.End((byte)']');
    }

    private void WriteRules<T>(LeadReplay<T> replay, OutcomeBuffer to)
        where T : struct, IMilli<T>
    {
        var list = new Listed(to, ",\"rules\":{"u8);
        var contributions = replay.Contributions;
        for (var i = 0; i < ruleKeys.Length; i++)
        {
            var points = contributions[i];
            if (points.Sign != 0)
            {
                list.Next();
                to.Put(ruleKeys[i]);
                Put(points, to);
            }
        }

        list.End((byte)'}');
    }

    private void WriteNotes(BoundLead lead, LeadRecord record, OutcomeBuffer to)
    {
        var list = new Listed(to, ",\"notes\":["u8);
        for (var i = 0; i < record.Notes; i++)
        {
            var (row, field) = lead.Notes[i];
            list.Next();
            to.Put("{\"at\":"u8);
            to.PutInstant(record.RowInstants[row]);
            to.Put(notes[field]);
        }

        list.End((byte)']');
    }

    private static void Put<T>(T points, OutcomeBuffer to)
        where T : struct, IMilli<T>
    {
        if (points is LongMilli milli)
        {
            to.Advance(PointsText.Format(milli.Value, to.Room(32)));
        }
        else
        {
            to.Put(PointsText.Format(points.ToBigInteger()));
        }
    }

    private static byte[] Key(string name) => [.. JsonText.Quoted(name), (byte)':'];

    /// <summary>A list or object that is left out where it would be empty.</summary>
    private ref struct Listed(OutcomeBuffer to, ReadOnlySpan<byte> opening)
    {
        private readonly ReadOnlySpan<byte> opening = opening;
        private bool isOpen;

        public void Next()
        {
            if (isOpen)
            {
                to.Put((byte)',');
            }
            else
            {
                to.Put(opening);
                isOpen = true;
            }
        }

        public readonly void End(byte closing)
        {
            if (isOpen)
            {
                to.Put(closing);
            }
        }
    }
}
