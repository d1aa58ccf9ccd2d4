using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>Lifecycle, routing and service levels in canonical form.</summary>
internal sealed class CanonicalLifecycle(Utf8JsonWriter json, CanonicalCriteria criteria)
{
    public void Lifecycle(Lifecycle? lifecycle)
    {
        if (lifecycle is null)
        {
            return;
        }

        json.WriteStartObject(ModelShape.Lifecycle.Name);
        json.WriteString(LifecycleShape.Start.Name, lifecycle.Start);
        Texts(LifecycleShape.Stages, lifecycle.Stages);
        Sequence(LifecycleShape.Transitions, lifecycle.Transitions, Transition);
        json.WriteEndObject();
    }

    public void Routing(Routing? routing)
    {
        if (routing is null)
        {
            return;
        }

        json.WriteStartObject(ModelShape.Routing.Name);
        Texts(RoutingShape.On, routing.On);
        Sequence(
            RoutingShape.Rules,
            routing.Rules,
            rule =>
            {
                json.WriteString(RoutingShape.Id.Name, rule.Id);
                criteria.Write(RoutingShape.When.Name, rule.When);
                json.WriteString(RoutingShape.To.Name, rule.To);
                Span(RoutingShape.Alert, rule.Alert);
            }
        );
        Text(RoutingShape.Default, routing.Default);
        json.WriteEndObject();
    }

    public void Slas(ImmutableArray<Sla> slas) =>
        Sequence(
            ModelShape.Sla,
            slas,
            sla =>
            {
                json.WriteString(SlaShape.Id.Name, sla.Id);
                json.WriteString(SlaShape.Stage.Name, sla.Stage);
                Span(SlaShape.Within, sla.Within);
                Text(SlaShape.Calendar, sla.Calendar);
                criteria.Write(SlaShape.When.Name, sla.When);
                criteria.Types(SlaShape.Restart.Name, sla.Restart);
            }
        );

    private void Transition(Transition transition)
    {
        json.WriteString(LifecycleShape.Id.Name, transition.Id);
        if (transition.FromAny)
        {
            json.WriteString(LifecycleShape.From.Name, ActivityTypesReader.Any);
        }
        else
        {
            Texts(LifecycleShape.From, transition.From);
        }

        json.WriteString(LifecycleShape.To.Name, transition.To);
        criteria.Types(LifecycleShape.On.Name, transition.On);
        criteria.Write(LifecycleShape.Where.Name, transition.Where);
        Span(LifecycleShape.After, transition.After);
        criteria.Write(LifecycleShape.When.Name, transition.When);
        if (!transition.Reset.IsEmpty)
        {
            Texts(LifecycleShape.Reset, transition.Reset);
        }
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

    private void Texts(RecordKey key, ImmutableArray<string> texts)
    {
        json.WritePropertyName(key.Name);
        criteria.Texts(texts);
    }

    private void Text(RecordKey key, string? text)
    {
        if (text is not null)
        {
            json.WriteString(key.Name, text);
        }
    }

    private void Span(RecordKey key, Duration? span)
    {
        if (span is { } given)
        {
            json.WriteString(key.Name, given.ToString());
        }
    }
}
