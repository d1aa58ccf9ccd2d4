using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Replay.Compiled;
using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Leads;

/// <summary>Reads lead after lead for one model, with every error of a line at once. One thread's.</summary>
internal sealed partial class LeadReader
{
    public const int MaxLineBytes = 4 * 1024 * 1024;
    public const int MaxActivities = 100_000;

    private static readonly string[] ReservedTypes = ["any", "idle", "midnight"];

    private readonly CompiledModel model;
    private readonly FieldInterner[] fields;
    private readonly PropertyInterner[] properties;
    private readonly ByteTable<ActivityType> typesByName;
    private readonly SeenKeys rootKeys = new();
    private readonly SeenKeys activityKeys = new();
    private byte[] scratch = new byte[256];

    // Of the present line.
    private BoundLead lead = new();
    private DiagnosticBag bag = new("");
    private int lineNumber;
    private long asOf;
    private bool hasCreatedAt;
    private Known rootSeen;

    public LeadReader(CompiledModel model)
    {
        this.model = model;
        fields = [.. model.Fields.Select(f => new FieldInterner(f))];
        var truth = new MatcherTruth(model.Patterns);
        properties = [.. model.PropertyBits.Parts.Select(part => new PropertyInterner(part, truth))];
        attributeKeys = new(Table(model.Fields.Select(f => (f.Name, f))));
        propertyKeys = new(
            Table(
                model
                    .Names.PropertyNames.Union(model.Fields.Select(f => f.Name), StringComparer.Ordinal)
                    .Select(name => (name, PropertyKeyOf(name)))
            )
        );
        firstPropertyKeys = new int[model.Types.Length];
        typesByName = Table(
            model
                .Names.TypeNames.Select((name, t) => (name, new ActivityType(t + 1, IsReserved: false)))
                .Concat(ReservedTypes.Select(name => (name, new ActivityType(0, IsReserved: true))))
                .DistinctBy(t => t.name, StringComparer.Ordinal)
        );
        given = new Symbol?[fields.Length];
        isUnreadable = new bool[fields.Length];
        final = new Symbol[fields.Length];
        boundFields =
        [
            .. model.FieldOrder.Where(index => model.Fields[index].IsRead).Select(index => BoundField.Of(index, model)),
        ];
        relatedFields = [.. boundFields.Where(f => f.IsDerived || f.IsRemembered)];
        fieldParts = [.. fields.Select((_, index) => model.FieldBits.Of(index).ToArray())];
        nothingGiven = NothingGiven();
        affected = Affected(model);
        rebound = new ulong[(fields.Length + 63) / 64];
        missingProperties = new Answers[model.PropertyBits.Words];
        foreach (var property in properties)
        {
            ref var word = ref missingProperties[property.Word];
            word = word.Replaced(property.Mask, property.Missing.Answers);
        }
    }

    /// <summary>The keys that mean something, so that only the others have to be remembered.</summary>
    [Flags]
    private enum Known
    {
        None = 0,
        Id = 1,
        CreatedAt = 2,
        Attributes = 4,
        Activities = 8,
        Type = 16,
        At = 32,
        Properties = 64,
    }

    /// <summary>Whether a trace will ask for the properties of activities again.</summary>
    public bool KeepsProperties { get; set; }

    /// <param name="Parts">None: no matcher looks at it.</param>
    /// <param name="Field">What an <c>attribute_change</c> gives by it; null: nothing.</param>
    private sealed record PropertyKey(PropertyInterner[] Parts, FieldTable? Field);

    private sealed record ActivityType(int Index, bool IsReserved);

    private PropertyKey PropertyKeyOf(string name)
    {
        var property = model
            .Names.PropertyNames.TakeWhile(n => !string.Equals(n, name, StringComparison.Ordinal))
            .Count();
        return new(
            [.. properties.Where((_, i) => model.PropertyBits.Parts[i].Owner == property)],
            Array.Find(model.Fields, f => string.Equals(f.Name, name, StringComparison.Ordinal))
        );
    }

    private static ByteTable<T> Table<T>(IEnumerable<(string Name, T Value)> entries)
        where T : class
    {
        var all = entries.ToList();
        var table = new ByteTable<T>(int.MaxValue, maxProbes: int.MaxValue);
        foreach (var (name, value) in all)
        {
            table.Add(Encoding.UTF8.GetBytes(name), value);
        }

        return table;
    }

    /// <summary>Reads one line that is not blank.</summary>
    /// <returns>False where the line has errors; all of them are then in <paramref name="diagnostics"/>.</returns>
    public bool TryRead(ReadOnlySpan<byte> line, int number, long judgedAt, BoundLead into, DiagnosticBag diagnostics)
    {
        (lead, bag, lineNumber, asOf) = (into, diagnostics, number, judgedAt);
        var errors = bag.ErrorCount;
        Begin();
        if (line.Length > MaxLineBytes)
        {
            Error(LeadCodes.LineTooLong, 1, "The line has more than 4 MiB.");
            return false;
        }

        if (!Utf8.IsValid(line))
        {
            Error(LeadCodes.NotUtf8, 1, "The line is not UTF-8.");
            return false;
        }

        try
        {
            var json = new Utf8JsonReader(line);
            ReadRoot(ref json, line);
        }
        catch (JsonException fault)
        {
            var at = (int)Math.Min(fault.BytePositionInLine ?? 0, line.Length);
            Error(LeadCodes.NotJson, ColumnOf(line, at), NotJsonMessage(line, at));
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair: JSON by its grammar, and yet no text.
            Error(LeadCodes.NotJson, 1, "The line has an escape such as `\\ud800` that is half a character.");
        }

        if (bag.ErrorCount == errors)
        {
            BindActivities();
        }

        return bag.ErrorCount == errors;
    }

    private static string NotJsonMessage(ReadOnlySpan<byte> line, int at) =>
        at >= line.TrimEnd(" \t\r"u8).Length
            ? "The line ends in the middle of a JSON object: the file may have been cut off."
            : "The line is no JSON object from here on.";

    private void Begin()
    {
        lead.Notes.Clear();
        lead.ActivityCount = 0;
        hasCreatedAt = false;
        Array.Clear(given);
        if (hasUnreadable)
        {
            Array.Clear(isUnreadable);
            hasUnreadable = false;
        }

        BeginFirstRow();
        rootKeys.Reset();
        rootSeen = Known.None;
        ResetActivities();
    }

    private void ReadRoot(scoped ref Utf8JsonReader json, ReadOnlySpan<byte> line)
    {
        _ = json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            Error(LeadCodes.NotJson, Column(ref json, line), "A lead is a JSON object: `{\"id\":…}`.");
            return;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var key = Text(ref json);
            var known = KnownKey(key);
            if (!TryMark(ref rootSeen, known, key, rootKeys))
            {
                ErrorRepeated(key, ref json, line);
            }

            if (known == Known.Id)
            {
                _ = json.Read();
                ReadId(ref json, line);
            }
            else if (known == Known.CreatedAt)
            {
                _ = json.Read();
                hasCreatedAt = TryInstant(ref json, line, "createdAt", out var createdAt);
                lead.CreatedAt = createdAt;
            }
            else if (known == Known.Attributes)
            {
                _ = json.Read();
                ReadAttributes(ref json, line);
            }
            else if (known == Known.Activities)
            {
                _ = json.Read();
                ReadActivities(ref json, line);
            }
            else
            {
                _ = json.Read();
                Skip(ref json, line);
            }
        }

        // What follows the object is the reader's to refuse.
        _ = json.Read();
        CheckWhole();
    }

    private void CheckWhole()
    {
        if ((rootSeen & Known.Id) == Known.None)
        {
            Error(LeadCodes.Id, 1, "The lead has no `id`.");
        }

        if ((rootSeen & Known.CreatedAt) == Known.None)
        {
            Error(LeadCodes.InstantForm, 1, "The lead has no `createdAt`.");
        }
        else if (hasCreatedAt && lead.CreatedAt > asOf)
        {
            Error(
                LeadCodes.OutOfTime,
                1,
                $"The lead is created after {new Instant(asOf)}, the instant that is judged."
            );
        }

        CheckActivityInstants();
    }

    private void ReadId(scoped ref Utf8JsonReader json, ReadOnlySpan<byte> line)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            Error(LeadCodes.Id, Column(ref json, line), "The `id` is no text; quote it.");
            Skip(ref json, line);
            return;
        }

        var id = Text(ref json);
        if (IsBlank(id))
        {
            Error(LeadCodes.Id, Column(ref json, line), "The `id` is blank.");
            return;
        }

        lead.SetId(id);
    }

    private bool TryInstant(scoped ref Utf8JsonReader json, ReadOnlySpan<byte> line, string key, out long instant)
    {
        if (json.TokenType == JsonTokenType.String && InstantText.TryParse(Text(ref json), out var parsed))
        {
            instant = parsed.UnixMilliseconds;
            return true;
        }

        instant = 0;
        Error(
            LeadCodes.InstantForm,
            Column(ref json, line),
            $"`{key}` is no instant: write it as `2026-03-09T10:00:00Z`, with `Z` or an offset, years 1970 to 2100."
        );
        Skip(ref json, line);
        return false;
    }

    private static Known KnownKey(scoped ReadOnlySpan<byte> key) =>
        key.Length switch
        {
            2 when key.SequenceEqual("at"u8) => Known.At,
            2 when key.SequenceEqual("id"u8) => Known.Id,
            4 when key.SequenceEqual("type"u8) => Known.Type,
            9 when key.SequenceEqual("createdAt"u8) => Known.CreatedAt,
            10 when key.SequenceEqual("properties"u8) => Known.Properties,
            10 when key.SequenceEqual("attributes"u8) => Known.Attributes,
            10 when key.SequenceEqual("activities"u8) => Known.Activities,
            _ => Known.None,
        };

    /// <returns>False: the key was there before.</returns>
    private static bool TryMark(ref Known seen, Known known, scoped ReadOnlySpan<byte> key, SeenKeys others)
    {
        if (known == Known.None)
        {
            return others.Add(key);
        }

        var isNew = (seen & known) == Known.None;
        seen |= known;
        return isNew;
    }

    private void CheckRepeated(
        SeenKeys seen,
        scoped ReadOnlySpan<byte> key,
        scoped ref Utf8JsonReader json,
        ReadOnlySpan<byte> line
    )
    {
        if (!seen.Add(key))
        {
            ErrorRepeated(key, ref json, line);
        }
    }

    private void ErrorRepeated(
        scoped ReadOnlySpan<byte> key,
        scoped ref Utf8JsonReader json,
        ReadOnlySpan<byte> line
    ) =>
        Error(
            LeadCodes.RepeatedKey,
            Column(ref json, line),
            $"The key {Quote.Code(Encoding.UTF8.GetString(key))} stands twice in one object."
        );

    /// <summary>Passes over a value; keys that are repeated inside it are errors all the same.</summary>
    private void Skip(scoped ref Utf8JsonReader json, ReadOnlySpan<byte> line)
    {
        if (json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        var depth = json.CurrentDepth;
        Stack<SeenKeys> open = new();
        open.Push(new SeenKeys());
        while (json.Read() && json.CurrentDepth > depth)
        {
            switch (json.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    open.Push(new SeenKeys());
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _ = open.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    CheckRepeated(open.Peek(), Text(ref json), ref json, line);
                    break;
            }
        }
    }

    /// <summary>The text of the present key or string, unescaped; good until the next.</summary>
    private ReadOnlySpan<byte> Text(scoped ref Utf8JsonReader json)
    {
        if (!json.ValueIsEscaped)
        {
            return json.ValueSpan;
        }

        if (scratch.Length < json.ValueSpan.Length)
        {
            scratch = new byte[json.ValueSpan.Length];
        }

        return scratch.AsSpan(0, json.CopyString(scratch));
    }

    private static bool IsBlank(scoped ReadOnlySpan<byte> text) =>
        text.IsEmpty || (text[0] is <= (byte)' ' or > 127 && Encoding.UTF8.GetString(text).AsSpan().Trim().IsEmpty);

    private static RawKind KindOf(JsonTokenType token) =>
        token switch
        {
            JsonTokenType.String => RawKind.Text,
            JsonTokenType.Number => RawKind.Number,
            JsonTokenType.True => RawKind.True,
            JsonTokenType.False => RawKind.False,
            JsonTokenType.Null => RawKind.Null,
            _ => RawKind.Structure,
        };

    private static int Column(scoped ref Utf8JsonReader json, ReadOnlySpan<byte> line) =>
        ColumnOf(line, (int)json.TokenStartIndex);

    private static int ColumnOf(ReadOnlySpan<byte> line, int at) => Encoding.UTF8.GetCharCount(line[..at]) + 1;

    private void Error(DiagnosticCode code, int column, string message) =>
        bag.Error(code, new SourcePosition(lineNumber, column), DocumentPath.Root, message);
}
