using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

internal sealed class StepShape : Shape<ReadStep>
{
    private static readonly ImmutableArray<string> NoActivities = ["any", "idle", "midnight"];
    private static readonly ImmutableArray<string> NoSteps = ["creation", "asOf"];

    public override string Noun => "a step such as `{ do: email_open, at: 1d..90d after creation }`";

    public override bool TryRead(Place place, out ReadStep value)
    {
        value = null!;
        if (!StepKeys.Shape.TryRead(place, out var reader))
        {
            return false;
        }

        var activity = reader.Find(StepKeys.Do) ?? "";
        var id = reader.Find(StepKeys.Id);
        Reserve(reader, StepKeys.Do, activity, NoActivities, "an activity type");
        Reserve(reader, id is null ? StepKeys.Do : StepKeys.Id, id ?? activity, NoSteps, "a step's name");
        value = new(
            activity,
            id,
            reader.Get(StepKeys.At, new ReadTiming(new Timing.AnyTime(), place)),
            reader.Get(StepKeys.Times, new(1, 1)),
            reader.FindValue(StepKeys.Every),
            reader.Get(StepKeys.Chance, 1),
            Uses(reader, StepKeys.If),
            Uses(reader, StepKeys.Unless),
            reader.Find(StepKeys.Until) is { } until ? new(until, reader.PlaceOf(StepKeys.Until)) : null,
            reader.Get(StepKeys.With, []),
            place
        );
        return activity.Length > 0;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        definitions.Reference("step", StepKeys.Shape.Schema);

    private static void Reserve(
        RecordReader reader,
        RecordKey key,
        string name,
        ImmutableArray<string> reserved,
        string what
    )
    {
        if (reserved.Contains(name))
        {
            reader
                .PlaceOf(key)
                .Error(
                    LeadPlanCodes.ReservedName,
                    $"{Quote.Code(name)} cannot be {what}, for it means something else; choose another name."
                );
        }
    }

    private static ImmutableArray<NameUse> Uses(RecordReader reader, Key<ImmutableArray<string>> key) =>
        reader.TryGet(key, out var names) ? [.. names.Select(name => new NameUse(name, reader.PlaceOf(key)))] : [];
}
