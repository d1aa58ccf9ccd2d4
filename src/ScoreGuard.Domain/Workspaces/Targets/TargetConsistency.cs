using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Workspaces.Targets;

/// <summary>Finds what in a replay's <c>target</c> does not fit together: names that stand nowhere, times that cannot be kept.</summary>
internal static class TargetConsistency
{
    public static void Check(RecordReader target, TargetDefinition definition)
    {
        CheckCanary(target, definition);
        CheckExpected(target, definition.Outcome);
        CheckStages(target, definition.Outcome);
        CheckDeadline(target, definition.Discipline);
    }

    private static void CheckCanary(RecordReader target, TargetDefinition definition)
    {
        var scores = Names(definition.Outcome.Scores);
        if (definition.Discipline.CanaryScore is { } score && !scores.Contains(score))
        {
            target
                .Get(TargetShape.Canary, null!)
                .PlaceOf(TargetShape.CanaryScore)
                .Error(
                    WorkspaceCodes.TargetUse,
                    $"`outcome.scores` has no {Quote.Code(score)}{Spelling.Hint(score, scores)}"
                );
        }
    }

    private static void CheckExpected(RecordReader target, OutcomeMapping outcome)
    {
        var known = (outcome with { Expected = [] }).Properties();
        if (!target.TryGet(TargetShape.Outcome, out var given))
        {
            return;
        }

        foreach (var name in outcome.Expected.Where(name => !known.Contains(name)))
        {
            given
                .PlaceOf(TargetShape.Expected)
                .Error(
                    WorkspaceCodes.TargetUse,
                    $"{Quote.Code(name)} is none of the properties that `outcome` reads back{Spelling.Hint(name, known)}"
                );
        }
    }

    private static void CheckStages(RecordReader target, OutcomeMapping outcome)
    {
        if (outcome.Stage is not { Order: { IsEmpty: false } order } stage)
        {
            return;
        }

        foreach (var value in stage.Values.Where(value => !order.Contains(value.Ours)))
        {
            target
                .Get(TargetShape.Outcome, null!)
                .PlaceOf(TargetShape.Stage)
                .Error(
                    WorkspaceCodes.UnknownStage,
                    $"`order` has no stage {Quote.Code(value.Ours)}, which `values` names{Spelling.Hint(value.Ours, order)}"
                );
        }
    }

    private static void CheckDeadline(RecordReader target, ReplayDiscipline discipline)
    {
        var least = (discipline.Wait ?? TimeSpan.Zero) + ((discipline.Unchanged - 1) * discipline.Every);
        if (discipline.Deadline < least && target.TryGet(TargetShape.Settle, out var settle))
        {
            settle.Place.Error(
                WorkspaceCodes.TargetUse,
                $"`deadline` is over before {discipline.Unchanged} looks can agree: it has to be {least.TotalMinutes:0} minutes or more."
            );
        }
    }

    private static ImmutableArray<string> Names(ImmutableArray<FieldMapping> fields) =>
        [.. fields.Select(field => field.Ours)];
}
