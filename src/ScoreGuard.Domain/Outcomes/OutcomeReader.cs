using System.Collections.Immutable;
using System.Text.Json;

namespace ScoreGuard.Domain.Outcomes;

/// <summary>Reads outcome lines (section 7 of the specification) back. One thread's.</summary>
public sealed class OutcomeReader
{
    private readonly OutcomeNames _names = new();

    /// <summary>The outcome that <paramref name="line"/> spells, with or without its line end.</summary>
    /// <exception cref="FormatException">It is no outcome line: what was stored as one is not one.</exception>
    public Outcome Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            return ReadOutcome(ref json);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new FormatException("Not an outcome line.", wrong);
        }
    }

    private Outcome ReadOutcome(ref Utf8JsonReader json)
    {
        var outcome = Empty;
        json.Read();
        while (NextKey(ref json))
        {
            outcome = Name(ref json) switch
            {
                "lead" => outcome with { Lead = Text(ref json) },
                "scores" => outcome with { Scores = Scores(ref json) },
                "labels" => outcome with { Labels = Labels(ref json) },
                "grade" => outcome with { Grade = Interned(ref json) },
                "stage" => outcome with { Stage = Interned(ref json) },
                "history" => outcome with { History = History(ref json) },
                "routes" => outcome with { Routes = Routes(ref json) },
                "sla" => outcome with { Sla = Sla(ref json) },
                "rules" => outcome with { Rules = Rules(ref json) },
                "notes" => outcome with { Notes = Notes(ref json) },
                "error" => outcome with { Error = Failure(ref json) },
                var other => throw new FormatException($"An outcome has no '{other}'."),
            };
        }

        return outcome;
    }

    private static Outcome Empty { get; } = new("", [], [], null, null, [], [], [], [], [], null);

    private ImmutableArray<Outcome.Score> Scores(ref Utf8JsonReader json)
    {
        var scores = ImmutableArray.CreateBuilder<Outcome.Score>();
        json.Read();
        while (NextKey(ref json))
        {
            var dimension = Name(ref json);
            json.Read();
            scores.Add(new(dimension, json.TokenType == JsonTokenType.Null ? null : json.GetDecimal()));
        }

        return scores.DrainToImmutable();
    }

    private ImmutableArray<Outcome.Label> Labels(ref Utf8JsonReader json)
    {
        var labels = ImmutableArray.CreateBuilder<Outcome.Label>();
        json.Read();
        while (NextKey(ref json))
        {
            labels.Add(new(Name(ref json), Interned(ref json)));
        }

        return labels.DrainToImmutable();
    }

    private ImmutableArray<Outcome.RulePoints> Rules(ref Utf8JsonReader json)
    {
        var rules = ImmutableArray.CreateBuilder<Outcome.RulePoints>();
        json.Read();
        while (NextKey(ref json))
        {
            var rule = Name(ref json);
            json.Read();
            rules.Add(new(rule, json.GetDecimal()));
        }

        return rules.DrainToImmutable();
    }

    private ImmutableArray<Outcome.StageEntry> History(ref Utf8JsonReader json)
    {
        var entries = ImmutableArray.CreateBuilder<Outcome.StageEntry>();
        json.Read();
        while (NextItem(ref json))
        {
            var entry = new Outcome.StageEntry("", default, null);
            while (NextKey(ref json))
            {
                entry = Name(ref json) switch
                {
                    "stage" => entry with { Stage = Interned(ref json) },
                    "at" => entry with { At = At(ref json) },
                    "by" => entry with { By = Interned(ref json) },
                    var other => throw new FormatException($"A history entry has no '{other}'."),
                };
            }

            entries.Add(entry);
        }

        return entries.DrainToImmutable();
    }

    private ImmutableArray<Outcome.Route> Routes(ref Utf8JsonReader json)
    {
        var routes = ImmutableArray.CreateBuilder<Outcome.Route>();
        json.Read();
        while (NextItem(ref json))
        {
            var route = new Outcome.Route(default, "", "", null, null);
            while (NextKey(ref json))
            {
                route = Name(ref json) switch
                {
                    "at" => route with { At = At(ref json) },
                    "stage" => route with { Stage = Interned(ref json) },
                    "to" => route with { To = Interned(ref json) },
                    "by" => route with { By = Interned(ref json) },
                    "alertDue" => route with { AlertDue = At(ref json) },
                    var other => throw new FormatException($"A route has no '{other}'."),
                };
            }

            routes.Add(route);
        }

        return routes.DrainToImmutable();
    }

    private ImmutableArray<Outcome.SlaClock> Sla(ref Utf8JsonReader json)
    {
        var clocks = ImmutableArray.CreateBuilder<Outcome.SlaClock>();
        json.Read();
        while (NextItem(ref json))
        {
            var clock = new Outcome.SlaClock("", default, default, "");
            while (NextKey(ref json))
            {
                clock = Name(ref json) switch
                {
                    "id" => clock with { Id = Interned(ref json) },
                    "at" => clock with { At = At(ref json) },
                    "due" => clock with { Due = At(ref json) },
                    "status" => clock with { Status = Interned(ref json) },
                    var other => throw new FormatException($"An SLA clock has no '{other}'."),
                };
            }

            clocks.Add(clock);
        }

        return clocks.DrainToImmutable();
    }

    private ImmutableArray<Outcome.Note> Notes(ref Utf8JsonReader json)
    {
        var notes = ImmutableArray.CreateBuilder<Outcome.Note>();
        json.Read();
        while (NextItem(ref json))
        {
            var note = new Outcome.Note(default, "", "");
            while (NextKey(ref json))
            {
                note = Name(ref json) switch
                {
                    "at" => note with { At = At(ref json) },
                    "field" => note with { Field = Interned(ref json) },
                    "expected" => note with { Expected = Interned(ref json) },
                    var other => throw new FormatException($"A note has no '{other}'."),
                };
            }

            notes.Add(note);
        }

        return notes.DrainToImmutable();
    }

    private Outcome.Failure Failure(ref Utf8JsonReader json)
    {
        var failure = new Outcome.Failure("", default);
        json.Read();
        while (NextKey(ref json))
        {
            failure = Name(ref json) switch
            {
                "code" => failure with { Code = Interned(ref json) },
                "at" => failure with { At = At(ref json) },
                var other => throw new FormatException($"An error has no '{other}'."),
            };
        }

        return failure;
    }

    /// <summary>Inside an object: on to its next key, or past its end.</summary>
    private static bool NextKey(ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.PropertyName;

    /// <summary>Inside an array: on to the begin of its next object, or past its end.</summary>
    private static bool NextItem(ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.StartObject;

    private string Name(ref Utf8JsonReader json) =>
        json.ValueIsEscaped ? json.GetString()! : _names.Get(json.ValueSpan);

    private string Interned(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.String)
        {
            throw new FormatException("A text is expected.");
        }

        return Name(ref json);
    }

    private static string Text(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetString() ?? throw new FormatException("A text is expected.");
    }

    private static Instant At(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType == JsonTokenType.String && InstantText.TryParse(json.ValueSpan, out var at)
            ? at
            : throw new FormatException("An instant is expected.");
    }
}
