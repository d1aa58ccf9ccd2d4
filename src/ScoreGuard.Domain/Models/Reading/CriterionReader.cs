using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>Criteria: section 4 of the specification. Null after an error, which has then been reported.</summary>
internal sealed class CriterionReader(ModelNames names)
{
    private readonly MatcherReader matchers = new(names);

    public CriterionExtents Extents { get; } = new();

    /// <summary>The criterion under a key; null also where there is none.</summary>
    public Criterion? When(RecordReader record, Key<Place> key, CriterionUse use)
    {
        if (!record.Has(key))
        {
            return null;
        }

        var place = record.PlaceOf(key);
        var criterion = When(place, use);
        if (criterion is not null)
        {
            Extents.Count(criterion, place);
        }

        return criterion;
    }

    /// <summary>The criterion over properties under a key; null also where there is none.</summary>
    public Criterion? Where(RecordReader record, Key<Place> key) => record.Has(key) ? Where(record.PlaceOf(key)) : null;

    public Criterion? When(Place place, CriterionUse use) =>
        Conjunction(place, CriterionShape.When, (mapping, entry) => WhenPart(mapping, entry, use));

    public Criterion? Where(Place place) => Conjunction(place, CriterionShape.Where, WherePart);

    private static Criterion? Conjunction(Place place, Shape shape, Func<Place, DocumentNode.Entry, Criterion?> read)
    {
        if (place.Node is not DocumentNode.Mapping mapping)
        {
            place.Expected(shape.Noun);
            return null;
        }

        var before = place.Diagnostics.ErrorCount;
        var parts = ImmutableArray.CreateBuilder<Criterion>(mapping.Entries.Length);
        foreach (var entry in mapping.Entries)
        {
            if (read(place, entry) is { } part)
            {
                parts.Add(part);
            }
        }

        if (place.Diagnostics.ErrorCount > before)
        {
            return null;
        }

        return parts.Count == 1 ? parts[0] : new Criterion.All(parts.ToImmutable());
    }

    private Criterion? WherePart(Place mapping, DocumentNode.Entry entry)
    {
        var place = mapping.Value(entry);
        switch (entry.Key)
        {
            case "all":
                return Several(place, Where, isAll: true);
            case "any":
                return Several(place, Where, isAll: false);
            case "not":
                return Where(place) is { } inner ? new Criterion.Not(inner) : null;
            default:
                return matchers.Read(place, MatchSubject.Property(entry.Key)) is { } matcher
                    ? new Criterion.PropertyIs(entry.Key, matcher)
                    : null;
        }
    }

    private Criterion? WhenPart(Place mapping, DocumentNode.Entry entry, CriterionUse use)
    {
        var place = mapping.Value(entry);
        switch (entry.Key)
        {
            case "all":
                return Several(place, item => When(item, use), isAll: true);
            case "any":
                return Several(place, item => When(item, use), isAll: false);
            case "not":
                return When(place, use) is { } inner ? new Criterion.Not(inner) : null;
            case "segment":
                return InSegment(place, use);
            case "did":
                return Did(place);
            case "stage":
                return NeedsLifecycle(mapping, entry) && Stage(place) is { } stage
                    ? new Criterion.StageIs(stage)
                    : null;
            case "grade":
                return Grade(mapping, entry, use);
            default:
                return Prefixed(mapping, entry, use);
        }
    }

    private Criterion? Prefixed(Place mapping, DocumentNode.Entry entry, CriterionUse use)
    {
        var place = mapping.Value(entry);
        if (After(entry.Key, CriterionShape.VisitsPrefix) is { } stage)
        {
            return
                NeedsLifecycle(mapping, entry)
                && Known(names.Stages, mapping, entry, stage)
                && matchers.Read(place, new($"the visits of {Quote.Code(stage)}", FieldType.Number)) is { } visits
                ? new Criterion.Visits(stage, visits)
                : null;
        }

        if (After(entry.Key, CriterionShape.ScorePrefix) is { } scored)
        {
            ReadsScore(mapping, entry, use);
            Known(names.Dimensions, mapping, entry, scored);
            return matchers.Read(place, new($"the score {Quote.Code(scored)}", FieldType.Number)) is { } score
                ? new Criterion.ScoreIs(scored, score)
                : null;
        }

        if (After(entry.Key, CriterionShape.LabelPrefix) is { } labelled)
        {
            ReadsScore(mapping, entry, use);
            var noun = $"the label of {Quote.Code(labelled)}";
            var subject =
                Known(names.Labels, mapping, entry, labelled) && names.Labels.TryFind(labelled, out var labels)
                    ? MatchSubject.Values(noun, labels, ModelCodes.UnknownLabel) with
                    {
                        Identity = entry.Key,
                    }
                    : MatchSubject.Unknown(noun);
            return matchers.Read(place, subject) is { } label ? new Criterion.LabelIs(labelled, label) : null;
        }

        return Field(mapping, entry);
    }

    private Criterion.FieldIs? Field(Place mapping, DocumentNode.Entry entry)
    {
        if (names.Fields.TryFind(entry.Key, out var field))
        {
            return matchers.Read(mapping.Value(entry), MatchSubject.Field(field)) is { } matcher
                ? new Criterion.FieldIs(entry.Key, matcher)
                : null;
        }

        if (names.Fields.IsComplete)
        {
            List<string> known = mapping.Diagnostics.IsFull
                ? []
                :
                [
                    .. names.Fields.Names,
                    .. CriterionShape.Words.Select(word => word.Name),
                    .. names.Dimensions.Names.Select(name => CriterionShape.ScorePrefix + name),
                    .. names.Labels.Names.Select(name => CriterionShape.LabelPrefix + name),
                    .. names.Stages.Names.Select(name => CriterionShape.VisitsPrefix + name),
                ];
            mapping.KeyError(
                ModelCodes.UnknownField,
                entry,
                $"There is no field {Quote.Code(entry.Key)}{Spelling.Hint(entry.Key, known)}"
            );
        }

        matchers.Read(mapping.Value(entry), MatchSubject.Unknown($"the field {Quote.Code(entry.Key)}"));
        return null;
    }

    private Criterion.InSegment? InSegment(Place place, CriterionUse use)
    {
        if (!CriterionShape.Segment.Shape.TryRead(place, out var segments))
        {
            return null;
        }

        foreach (var segment in segments)
        {
            if (!names.Segments.Resolves(segment))
            {
                continue;
            }

            use.Segments.Add(segment.Value);
            if (!use.MayReadScores && names.ScoreReads.TryGetValue(segment.Value, out var key))
            {
                segment.Place.Error(
                    ModelCodes.ScoreInAttributeRule,
                    $"An attribute rule may not read {Quote.Code(key)}, and the segment {Quote.Code(segment.Value)} does; give the rule an `on`, or use another segment."
                );
            }
        }

        return new([.. segments.Select(segment => segment.Value)]);
    }

    private Criterion.Did? Did(Place place)
    {
        if (!DidShape.Shape.TryRead(place, out var did))
        {
            return null;
        }

        var activity = did.TryGet(DidShape.Activity, out var types)
            ? ActivityTypesReader.Read(did.PlaceOf(DidShape.Activity), types)
            : null;
        var where = Where(did, DidShape.Where);
        var atLeast = did.Get(DidShape.AtLeast, 1);
        var within = did.FindValue(DidShape.Within);
        return activity is null ? null : new(activity, where, Values.Count(atLeast), within);
    }

    private Matcher? Stage(Place place) =>
        matchers.Read(place, MatchSubject.Values("the stage", names.Stages, ModelCodes.UnknownStage));

    private Criterion.GradeIs? Grade(Place mapping, DocumentNode.Entry entry, CriterionUse use)
    {
        ReadsScore(mapping, entry, use);
        if (!names.HasGrade)
        {
            mapping.KeyError(
                ModelCodes.UnknownGrade,
                entry,
                "The model has no grade; define `grade` with its rows and columns."
            );
        }

        return matchers.Read(mapping.Value(entry), MatchSubject.Grade(names)) is { } matcher ? new(matcher) : null;
    }

    private static Criterion? Several(Place place, Func<Place, Criterion?> read, bool isAll)
    {
        var key = isAll ? CriterionShape.All : CriterionShape.Any;
        if (!key.Shape.TryRead(place, out var items))
        {
            return null;
        }

        var parts = items.Select(read).OfType<Criterion>().ToImmutableArray();
        if (parts.Length < items.Length)
        {
            return null;
        }

        return !isAll ? new Criterion.Any(parts)
            : parts is [var only] ? only
            : new Criterion.All(parts);
    }

    private bool NeedsLifecycle(Place mapping, DocumentNode.Entry entry)
    {
        if (names.HasLifecycle)
        {
            return true;
        }

        mapping.KeyError(
            ModelCodes.NoLifecycle,
            entry,
            $"{Quote.Code(entry.Key)} asks for a stage, and the model has no `lifecycle`; define one, or remove the key."
        );
        return false;
    }

    private static void ReadsScore(Place mapping, DocumentNode.Entry entry, CriterionUse use)
    {
        use.ScoreKey ??= entry.Key;
        if (!use.MayReadScores)
        {
            mapping.KeyError(
                ModelCodes.ScoreInAttributeRule,
                entry,
                $"An attribute rule may not read {Quote.Code(entry.Key)}; give the rule an `on`, such as `midnight`, or remove the key."
            );
        }
    }

    private static bool Known<T>(NameTable<T> table, Place mapping, DocumentNode.Entry entry, string name)
    {
        // The name stands inside the key, and so does the mistake.
        var key = new DocumentNode.Scalar(entry.KeyAt, ScalarKind.Text, entry.Key);
        return table.Resolves(new(mapping.Value(entry) with { Node = key }, name));
    }

    private static string? After(string key, string prefix) =>
        key.StartsWith(prefix, StringComparison.Ordinal) ? key[prefix.Length..] : null;
}
