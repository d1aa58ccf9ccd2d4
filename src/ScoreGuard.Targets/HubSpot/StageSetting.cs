using System.Collections.Immutable;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.HubSpot;

/// <summary>
/// Sets the lifecycle stage. HubSpot moves it forward only and says nothing when it does not; to move it back, it has to be
/// cleared in one request and set in another.
/// </summary>
/// <param name="backward">False: a contact that HubSpot did not move is refused instead.</param>
internal sealed class StageSetting(ContactWrites writes, ContactReads reads, bool backward)
{
    public const string Property = "lifecyclestage";

    public async Task<ImmutableArray<RecordResult>> SetAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    )
    {
        var before = await StagesAsync(signals, cancellationToken);
        var results = (await writes.UpdateAsync(signals, cancellationToken)).ToArray();
        var after = await StagesAsync(signals, cancellationToken);
        int[] still =
        [
            .. Enumerable
                .Range(0, signals.Length)
                .Where(place => results[place].Refusal is null && IsKept(signals[place], before, after)),
        ];
        if (still.Length == 0)
        {
            return [.. results];
        }

        if (!backward)
        {
            foreach (var place in still)
            {
                results[place] = RecordResult.Refused(
                    "HubSpot moves the lifecycle stage forward only, and the option `backward` is false"
                );
            }

            return [.. results];
        }

        ImmutableArray<TargetSignal> moved = [.. still.Select(place => signals[place])];
        var cleared = await writes.UpdateAsync([.. moved.Select(Cleared)], cancellationToken);
        var set = await writes.UpdateAsync(moved, cancellationToken);
        for (var place = 0; place < still.Length; place++)
        {
            results[still[place]] = cleared[place].Refusal is null ? set[place] : cleared[place];
        }

        return [.. results];
    }

    private async Task<Dictionary<string, string?>> StagesAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    )
    {
        var observed = await reads.ReadAsync(
            [.. signals.Select(signal => signal.Record)],
            [Property],
            cancellationToken
        );
        return observed.ToDictionary(contact => contact.Record, contact => contact.Values.GetValueOrDefault(Property));
    }

    /// <summary>It stands where it stood and not where it should. What moved it elsewhere since is the platform's own doing.</summary>
    private static bool IsKept(
        TargetSignal signal,
        Dictionary<string, string?> before,
        Dictionary<string, string?> after
    )
    {
        var stage = after.GetValueOrDefault(signal.Record) ?? "";
        return Wanted(signal) is { } wanted
            && !string.Equals(stage, wanted, StringComparison.OrdinalIgnoreCase)
            && stage == (before.GetValueOrDefault(signal.Record) ?? "");
    }

    private static string? Wanted(TargetSignal signal) =>
        signal
            .Properties.Where(property => property.Name == Property)
            .Select(property => BatchInput.Text(property.Value))
            .FirstOrDefault();

    private static TargetSignal Cleared(TargetSignal signal) => signal with { Properties = [new(Property, null)] };
}
