using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>The sections of a model in canonical form, but for its rules and lifecycle.</summary>
internal sealed class CanonicalSections(Utf8JsonWriter json, CanonicalLists lists)
{
    private readonly CanonicalCriteria criteria = new(json, lists);

    public void Write(ScoringModel model)
    {
        json.WriteStartObject();
        json.WriteNumber(ModelShape.Version.Name, 1);
        json.WriteString(ModelShape.Name.Name, model.Name);
        Mapping(ModelShape.Fields, model.Fields, field => field.Name, Field);
        Mapping(ModelShape.Lists, [.. lists.Lists], list => list.Name, list => criteria.Values(list.Values));
        Mapping(ModelShape.Segments, model.Segments, segment => segment.Name, segment => criteria.Write(segment.When));
        var rules = new CanonicalRules(json, criteria);
        Mapping(ModelShape.Scores, model.Dimensions, dimension => dimension.Name, rules.Dimension);
        Mapping(ModelShape.Labels, model.Labels, labels => labels.Dimension, labels => Bands(labels.Bands));
        if (model.Grade is { } grade)
        {
            json.WriteStartObject(ModelShape.Grade.Name);
            Axis(BandsShape.Rows, grade.Rows);
            Axis(BandsShape.Columns, grade.Columns);
            json.WriteEndObject();
        }

        var stages = new CanonicalLifecycle(json, criteria);
        stages.Lifecycle(model.Lifecycle);
        stages.Routing(model.Routing);
        Mapping(ModelShape.Calendars, model.Calendars, calendar => calendar.Name, Calendar);
        stages.Slas(model.Slas);
        json.WriteEndObject();
    }

    private void Field(Field field)
    {
        json.WriteStartObject();
        json.WriteString(FieldShape.Type.Name, field.Type.ToString().ToLowerInvariant());
        if (field.From is { } from)
        {
            json.WriteString(FieldShape.From.Name, from);
        }

        Sequence(
            FieldShape.Patterns,
            field.Patterns,
            pattern =>
            {
                json.WriteString(FieldShape.Match.Name, pattern.Match);
                Value(FieldShape.PatternValue, pattern.Value);
            }
        );
        Sequence(
            FieldShape.Bands,
            field.Bands,
            band =>
            {
                if (band.Below is { } below)
                {
                    Number(json, FieldShape.Below, below);
                }

                Value(FieldShape.BandValue, band.Value);
            }
        );
        Mapping(
            FieldShape.Synonyms,
            field.Synonyms,
            synonym => synonym.Canonical,
            synonym => criteria.Texts(synonym.Variants)
        );
        Value(FieldShape.Default, field.Default);
        json.WriteEndObject();
    }

    private void Axis(RecordKey key, LabelSet axis)
    {
        json.WriteStartObject(key.Name);
        json.WriteString(BandsShape.Score.Name, axis.Dimension);
        json.WritePropertyName(BandsShape.GradeBands.Name);
        Bands(axis.Bands);
        json.WriteEndObject();
    }

    private void Bands(ImmutableArray<Band> bands)
    {
        json.WriteStartObject();
        foreach (var band in bands)
        {
            json.WritePropertyName(band.Name);
            json.WriteRawValue(band.From is { } from ? NumberText.Format(from) : "null");
        }

        json.WriteEndObject();
    }

    private void Calendar(Calendar calendar)
    {
        json.WriteStartObject();
        json.WriteString(CalendarShape.TimeZone.Name, calendar.TimeZone);
        json.WriteStartArray(CalendarShape.Days.Name);
        // Monday first: which days, not in which order.
        foreach (var day in calendar.Days.OrderBy(day => ((int)day + 6) % 7))
        {
            json.WriteStringValue(day.ToString()[..3].ToLowerInvariant());
        }

        json.WriteEndArray();
        json.WriteString(CalendarShape.From.Name, TimeOfDay(calendar.FromMinute));
        json.WriteString(CalendarShape.To.Name, TimeOfDay(calendar.ToMinute));
        json.WriteEndObject();
    }

    private void Value(RecordKey key, Operand? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(key.Name);
            criteria.Value(value);
        }
    }

    private void Mapping<T>(RecordKey key, ImmutableArray<T> items, Func<T, string> name, Action<T> write)
    {
        if (items.IsEmpty)
        {
            return;
        }

        json.WriteStartObject(key.Name);
        foreach (var item in items)
        {
            json.WritePropertyName(name(item));
            write(item);
        }

        json.WriteEndObject();
    }

    private void Sequence<T>(RecordKey key, ImmutableArray<T> items, Action<T> write)
    {
        if (items.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(key.Name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void Number(Utf8JsonWriter json, RecordKey key, decimal value)
    {
        json.WritePropertyName(key.Name);
        json.WriteRawValue(NumberText.Format(value));
    }

    private static string TimeOfDay(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";
}
