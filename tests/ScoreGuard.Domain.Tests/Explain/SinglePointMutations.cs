using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Tests.Explain;

/// <summary>Every model that differs from a given one at a single point: found by walking its records, so none is forgotten.</summary>
internal static class SinglePointMutations
{
    /// <summary>What the reader derives from the rest, and notes, which are no part of a model's meaning.</summary>
    private static readonly string[] Derived = ["Canonical", "Hash", "Zone", "Note"];

    /// <param name="Part">The name of the part that the mutation stands in.</param>
    public sealed record Mutation(string Place, string Part, ScoringModel Model);

    public static ImmutableArray<Mutation> Of(ScoringModel model) =>
        [
            .. Variants(model, "", "")
                .Select(variant => new Mutation(variant.Place, variant.Part, (ScoringModel)variant.Value!)),
        ];

    private static IEnumerable<(string Place, string Part, object? Value)> Variants(
        object? value,
        string place,
        string part
    ) =>
        value switch
        {
            null => [],
            string text => [(place, part, text + "x")],
            bool flag => [(place, part, !flag)],
            int number => [(place, part, number + 1)],
            long number => [(place, part, number + 60_000)],
            decimal number => [(place, part, number + 1)],
            Enum choice =>
            [
                (
                    place,
                    part,
                    Enum.ToObject(
                        choice.GetType(),
                        (Convert.ToInt32(choice) + 1) % Enum.GetValues(choice.GetType()).Length
                    )
                ),
            ],
            IEnumerable items => OfArray((IList)items, place, part),
            _ => OfRecord(value, place, part),
        };

    private static IEnumerable<(string, string, object?)> OfRecord(object record, string place, string part)
    {
        var create = record.GetType().GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;
        var parameters = create.GetParameters();
        var values = parameters.Select(parameter => Property(record, parameter.Name!)).ToArray();
        part = PartName(record) ?? part;
        for (var i = 0; i < values.Length; i++)
        {
            if (
                Derived.Contains(parameters[i].Name)
                || (record is Matcher.OneOf { List: not null } && parameters[i].Name == "Values")
            )
            {
                continue;
            }

            var variants = Variants(values[i], $"{place}.{parameters[i].Name}", part);
            var optional =
                Nullable.GetUnderlyingType(parameters[i].ParameterType) is not null
                || new NullabilityInfoContext().Create(parameters[i]).WriteState == NullabilityState.Nullable;
            if (values[i] is not null && optional)
            {
                variants = variants.Append(($"{place}.{parameters[i].Name} gone", PartName(values[i]!) ?? part, null));
            }

            foreach (var (where, name, variant) in variants)
            {
                var changed = values.ToArray();
                changed[i] = variant;
                yield return (where, name, create.Invoke(changed));
            }
        }
    }

    private static IEnumerable<(string, string, object?)> OfArray(IList items, string place, string part)
    {
        var array = items.GetType();
        var element = array.GetGenericArguments()[0];
        for (var i = 0; i < items.Count; i++)
        {
            var here = $"{place}[{i}]";
            var without = items.Cast<object?>().Where((_, index) => index != i);
            yield return ($"{here} gone", PartName(items[i]!) ?? part, Array(element, without));
            foreach (var (where, name, variant) in Variants(items[i], here, part))
            {
                yield return (
                    where,
                    name,
                    Array(element, items.Cast<object?>().Select((item, index) => index == i ? variant : item))
                );
            }
        }
    }

    /// <summary>An <see cref="ImmutableArray{T}"/> of a type known only here.</summary>
    private static object Array(Type element, IEnumerable<object?> items)
    {
        var typed = typeof(Enumerable)
            .GetMethod(nameof(Enumerable.Cast))!
            .MakeGenericMethod(element)
            .Invoke(null, [items]);
        return typeof(ImmutableArray)
            .GetMethods()
            .Single(method =>
                method is { Name: nameof(ImmutableArray.CreateRange), IsGenericMethodDefinition: true }
                && method.GetParameters().Length == 1
                && method.GetGenericArguments().Length == 1
            )
            .MakeGenericMethod(element)
            .Invoke(null, [typed])!;
    }

    private static object? Property(object record, string name) =>
        (
            record.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            ?? record.GetType().GetProperty(name)
        )!.GetValue(record);

    private static string? PartName(object record) =>
        record switch
        {
            Field field => field.Name,
            NamedList list => list.Name,
            Segment segment => segment.Name,
            Dimension dimension => dimension.Name,
            Rule rule => rule.Id,
            LabelSet labels => labels.Dimension,
            Lifecycle => "lifecycle",
            Transition transition => transition.Id,
            Routing => "routing",
            RoutingRule rule => rule.Id,
            Calendar calendar => calendar.Name,
            Sla sla => sla.Id,
            _ => null,
        };
}
