using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>Which activities of leads are which happening on Mautic, by the workspace's signals: the first that fits is taken.</summary>
internal sealed class SignalOccasions(ImmutableArray<SignalMapping> signals)
{
    /// <summary>Where the activity takes part.</summary>
    /// <param name="fits">More conditions over the activity's properties, empty where there are none; null: this signal never.</param>
    public ImmutableArray<Occasion> Find(SignalKind kind, Func<SignalMapping, IReadOnlyList<JsonObject>?> fits)
    {
        var found = ImmutableArray.CreateBuilder<Occasion>();
        for (var at = 0; at < signals.Length; at++)
        {
            var signal = signals[at];
            if (signal.Kind != kind || fits(signal) is not { } more)
            {
                continue;
            }

            var before = signals.Take(at).Where(other => other.Activity == signal.Activity).ToList();
            if (before.Any(other => other.Where.IsEmpty))
            {
                continue;
            }

            found.Add(
                new(
                    signal.Activity,
                    Criteria.All([
                        .. signal.Where.Select(condition => Criteria.Is(condition.Theirs, condition.Value)),
                        .. more,
                        .. before.Select(NotHeld),
                    ])
                )
            );
        }

        return Joined(found);
    }

    /// <summary>One an activity's type, and types with the same conditions side by side.</summary>
    private static ImmutableArray<Occasion> Joined(IEnumerable<Occasion> occasions) =>
        [
            .. occasions
                .GroupBy(occasion => occasion.Activity, StringComparer.Ordinal)
                .Select(type => new Occasion(
                    type.Key,
                    type.Any(occasion => occasion.Where is null)
                        ? null
                        : Criteria.Any([.. type.Select(occasion => occasion.NewWhere()!)])
                )),
        ];

    private static JsonObject NotHeld(SignalMapping signal) =>
        Criteria.Any([
            .. signal.Where.Select(condition => Criteria.Not(condition.Theirs, condition.Value)),
            .. signal.Where.Select(condition => Criteria.Missing(condition.Theirs)),
        ]);
}
