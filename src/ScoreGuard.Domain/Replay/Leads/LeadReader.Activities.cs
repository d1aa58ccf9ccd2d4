using System.Runtime.InteropServices;
using System.Text.Json;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Replay.Compiled;
using ScoreGuard.Domain.Replay.Criteria;
using ScoreGuard.Domain.Replay.Points;
using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Leads;

/// <content>Activities: read in file order, bound in order of time.</content>
internal sealed partial class LeadReader
{
    private ReadActivity[] read = new ReadActivity[64];
    private int readCount;
    private int lineActivities;
    private readonly List<FieldChange> changes = [];
    private readonly PropertiesOnly shown = new()
    {
        UnknownFields = 0,
        Visits = [],
        Counters = [],
    };
    private ulong[] setsOff = new ulong[64];
    private readonly Answers[] missingProperties;
    private readonly ObjectKeys<PropertyKey> propertyKeys;

    // By activity type, the place of the key with which the properties of the last one began.
    private readonly int[] firstPropertyKeys;
    private int propertyRows;
    private bool isSorted;

    /// <param name="ChangeFrom">Its attribute changes are <c>ChangeFrom</c> to <c>ChangeTo</c>, exclusive, of all changes.</param>
    private readonly record struct ReadActivity(
        long At,
        int Order,
        int Type,
        int PropertyRow,
        int ChangeFrom,
        int ChangeTo,
        int Offset
    );

    /// <summary>As much of a lead as a <c>where</c> can see.</summary>
    private sealed class PropertiesOnly : LeadState
    {
        public void Show(Answers[] answers, int from) => (Properties, PropertyBase) = (answers, from);

        public override int ScoreClass(int dimension, NumberClasses classes) =>
            throw new System.Diagnostics.UnreachableException();
    }

    private void ResetActivities()
    {
        readCount = 0;
        lineActivities = 0;
        changes.Clear();
        propertyRows = 0;
        isSorted = true;
        AddPropertyRow();
    }

    private void ReadActivities(scoped ref Utf8JsonReader json, ReadOnlySpan<byte> line)
    {
        if (json.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (json.TokenType != JsonTokenType.StartArray)
        {
            Error(LeadCodes.WrongKind, Column(ref json, line), "`activities` is no list.");
            Skip(ref json, line);
            return;
        }

        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (++lineActivities == MaxActivities + 1)
            {
                Error(LeadCodes.TooManyActivities, Column(ref json, line), "A lead has at most 100,000 activities.");
            }

            if (json.TokenType != JsonTokenType.StartObject)
            {
                Error(
                    LeadCodes.WrongKind,
                    Column(ref json, line),
                    "An activity is an object: `{\"type\":…,\"at\":…}`."
                );
                Skip(ref json, line);
                continue;
            }

            ReadActivityObject(ref json, line);
        }
    }

    private void ReadActivityObject(scoped ref Utf8JsonReader json, ReadOnlySpan<byte> line)
    {
        activityKeys.Reset();
        var seen = Known.None;
        var offset = (int)json.TokenStartIndex;
        var at = long.MinValue;
        var type = -1;
        var row = 0;
        var changeFrom = changes.Count;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var key = Text(ref json);
            var known = KnownKey(key);
            if (!TryMark(ref seen, known, key, activityKeys))
            {
                ErrorRepeated(key, ref json, line);
            }

            if (known == Known.Type)
            {
                _ = json.Read();
                type = ReadType(ref json, line);
            }
            else if (known == Known.At)
            {
                _ = json.Read();
                at = TryInstant(ref json, line, "at", out var instant) ? instant : long.MinValue;
            }
            else if (known == Known.Properties)
            {
                _ = json.Read();
                // Which properties matter is known only with the type, which may come later.
                row = ReadProperties(ref json, line, type >= 0 ? type : TypeAhead(json));
            }
            else
            {
                _ = json.Read();
                Skip(ref json, line);
            }
        }

        if ((seen & Known.Type) == Known.None)
        {
            Error(LeadCodes.ActivityType, ColumnOf(line, offset), "An activity has no `type`.");
        }

        if ((seen & Known.At) == Known.None)
        {
            Error(LeadCodes.InstantForm, ColumnOf(line, offset), "An activity has no `at`.");
        }

        if (at != long.MinValue && type >= 0)
        {
            Add(at, type, row, changeFrom, offset);
        }
    }

    private void Add(long at, int type, int row, int changeFrom, int offset)
    {
        if (readCount == read.Length)
        {
            Array.Resize(ref read, 2 * readCount);
        }

        AskWheres(model.Types[type], row);
        isSorted &= readCount == 0 || read[readCount - 1].At <= at;
        read[readCount] = new(at, readCount, type, row, changeFrom, changes.Count, offset);
        readCount++;
    }

    private void AskWheres(CompiledType type, int row)
    {
        var words = model.ActivityWords;
        if (setsOff.Length < (readCount + 1) * words)
        {
            Array.Resize(ref setsOff, 2 * (readCount + 1) * words);
        }

        var bits = setsOff.AsSpan(readCount * words, words);
        type.Unasked.CopyTo(bits);
        shown.Show(lead.Properties, row * missingProperties.Length);
        foreach (ref readonly var where in type.Wheres.AsSpan())
        {
            if (where.IsTrue(shown))
            {
                for (var word = 0; word < where.SetsOff.Length; word++)
                {
                    bits[word] |= where.SetsOff[word];
                }
            }
        }
    }

    /// <summary>The type that stands behind the properties at which a copy of the reader is; another type where it is missing or wrong.</summary>
    private int TypeAhead(Utf8JsonReader json)
    {
        json.Skip();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isType = KnownKey(Text(ref json)) == Known.Type;
            _ = json.Read();
            if (isType && json.TokenType == JsonTokenType.String)
            {
                return typesByName.Find(Text(ref json)) is { IsReserved: false, Index: var index }
                    ? index
                    : ModelNames.OtherType;
            }

            json.Skip();
        }

        return ModelNames.OtherType;
    }

    private int ReadType(scoped ref Utf8JsonReader json, ReadOnlySpan<byte> line)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            Error(LeadCodes.ActivityType, Column(ref json, line), "An activity's `type` is a text.");
            Skip(ref json, line);
            return -1;
        }

        var name = Text(ref json);
        var type = typesByName.Find(name);
        if (type is { IsReserved: true })
        {
            Error(
                LeadCodes.ActivityType,
                Column(ref json, line),
                "No activity is of the type `any`, `idle` or `midnight`: these are words of the model."
            );
            return -1;
        }

        if (type is null && IsBlank(name))
        {
            Error(LeadCodes.ActivityType, Column(ref json, line), "An activity's `type` is blank.");
            return -1;
        }

        return type?.Index ?? ModelNames.OtherType;
    }

    private int ReadProperties(scoped ref Utf8JsonReader json, ReadOnlySpan<byte> line, int type)
    {
        if (!TryEnterObject(ref json, line, "properties"))
        {
            return 0;
        }

        var row = 0;
        var hasWhere = model.Types[type].Wheres.Length > 0;
        var isFirst = true;
        propertyKeys.Begin(firstPropertyKeys[type]);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var key = Text(ref json);
            var property = propertyKeys.Next(key, out var isRepeated, out var place);
            if (isRepeated)
            {
                ErrorRepeated(key, ref json, line);
            }

            if (isFirst)
            {
                firstPropertyKeys[type] = place;
                isFirst = false;
            }

            _ = json.Read();
            if (hasWhere && property is { Parts: { Length: > 0 } parts })
            {
                row = row == 0 ? NextPropertyRow() : row;
                ReadProperty(parts, row, ref json);
            }

            if (json.TokenType == JsonTokenType.Number)
            {
                CheckDigits(json.ValueSpan, ref json, line);
            }

            if (type == ModelNames.AttributeChange && property is { Field: { } field })
            {
                var value = ReadGiven(field.Index, ref json, line, out var unreadable);
                changes.Add(new(field.Index, value, unreadable));
            }
            else
            {
                Skip(ref json, line);
            }
        }

        return row;
    }

    private void ReadProperty(PropertyInterner[] parts, int row, scoped ref Utf8JsonReader json)
    {
        var kind = KindOf(json.TokenType);
        var spelling = kind switch
        {
            RawKind.Text => Text(ref json),
            RawKind.Number => json.ValueSpan,
            _ => default,
        };
        foreach (var part in parts)
        {
            ref var answers = ref lead.Properties[(row * missingProperties.Length) + part.Word];
            answers = answers.Replaced(part.Mask, part.Given(kind, spelling).Answers);
        }
    }

    // Without a trace nobody asks for properties again: one row serves activity after activity.
    private int NextPropertyRow()
    {
        if (!KeepsProperties)
        {
            propertyRows = 1;
        }

        return AddPropertyRow();
    }

    private int AddPropertyRow()
    {
        var words = missingProperties.Length;
        var from = propertyRows * words;
        if (lead.Properties.Length < from + words)
        {
            var larger = lead.Properties;
            Array.Resize(ref larger, Math.Max(from + words, 2 * larger.Length));
            lead.Properties = larger;
        }

        missingProperties.CopyTo(lead.Properties.AsSpan(from));
        return propertyRows++;
    }

    private void CheckActivityInstants()
    {
        for (var i = 0; i < readCount; i++)
        {
            var activity = read[i];
            if (activity.At > asOf)
            {
                Error(
                    LeadCodes.OutOfTime,
                    activity.Offset + 1,
                    $"An activity lies after {new Instant(asOf)}, the instant that is judged."
                );
            }
            else if (hasCreatedAt && activity.At < lead.CreatedAt)
            {
                Error(LeadCodes.OutOfTime, activity.Offset + 1, "An activity lies before the lead's `createdAt`.");
            }
        }
    }

    private void BindActivities()
    {
        if (!isSorted)
        {
            read.AsSpan(0, readCount)
                .Sort(static (a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.Order.CompareTo(b.Order));
        }

        EndFirstRow();
        if (lead.Activities.Length < readCount)
        {
            lead.Activities = new BoundActivity[Math.Max(readCount, 2 * lead.Activities.Length)];
        }

        var words = model.ActivityWords;
        if (lead.SetsOff.Length < readCount * words)
        {
            lead.SetsOff = new ulong[Math.Max(readCount * words, 2 * lead.SetsOff.Length)];
        }

        var rows = 1;
        for (var i = 0; i < readCount; i++)
        {
            var activity = read[i];
            var row = 0;
            if (activity.ChangeTo > activity.ChangeFrom)
            {
                row = rows++;
                BindChangedRow(row, CollectionsMarshal.AsSpan(changes)[activity.ChangeFrom..activity.ChangeTo]);
            }

            var bits = lead.SetsOff.AsSpan(i * words, words);
            setsOff.AsSpan(activity.Order * words, words).CopyTo(bits);
            AskChanged(model.Types[activity.Type], row, bits);
            lead.Activities[i] = new(activity.At, activity.Type, KeepsProperties ? activity.PropertyRow : 0, row);
        }

        lead.ActivityCount = readCount;
    }

    /// <summary>Takes away the bits of rules that wait for a change which the activity is not.</summary>
    private void AskChanged(CompiledType type, int row, Span<ulong> bits)
    {
        foreach (var (bit, waited) in type.Waiting)
        {
            if (!lead.HasChanged(waited, row))
            {
                bits[bit / 64] &= ~(1UL << (bit % 64));
            }
        }
    }
}
