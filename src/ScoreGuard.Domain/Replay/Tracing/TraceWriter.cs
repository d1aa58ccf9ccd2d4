using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScoreGuard.Domain.Explain;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Replay.Clock;
using ScoreGuard.Domain.Replay.Compiled;
using ScoreGuard.Domain.Replay.Criteria;
using ScoreGuard.Domain.Replay.Leads;
using ScoreGuard.Domain.Replay.Points;
using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Tracing;

/// <summary>
/// Says of one lead why its outcome is what it is: for every step of its clock each rule that was asked, whether it fired
/// and if not what stood against it, each transition that was tried, and at the end every attribute rule and what aged.
/// </summary>
/// <remarks>One JSON object a lead; docs/trace.md has its form. It names criteria, never a lead's values.</remarks>
internal sealed class TraceWriter : IReplayTrace
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly CompiledModel model;
    private readonly string[] types;
    private readonly List<(CompiledFiringRule Rule, AgingEntry Entry)> aging = [];
    private readonly ArrayBufferWriter<byte> bytes = new();
    private readonly Utf8JsonWriter json;
    private BoundLead lead = new();
    private bool isStepOpen;
    private Section section;

    public TraceWriter(CompiledModel model)
    {
        this.model = model;
        json = new Utf8JsonWriter(bytes, Options);
        types = ["(a type that the model does not name)", .. model.Names.TypeNames];
    }

    private enum Section
    {
        None,
        Rules,
        Transitions,
    }

    public void Begin(BoundLead tracedLead)
    {
        lead = tracedLead;
        bytes.ResetWrittenCount();
        json.Reset();
        aging.Clear();
        isStepOpen = false;
        section = Section.None;
        json.WriteStartObject();
        json.WriteString("lead", lead.Id);
        json.WriteStartArray("steps");
    }

    public void Step(ReplayStep step, long at, int activity)
    {
        EndStep();
        if (step == ReplayStep.AsOf)
        {
            return;
        }

        isStepOpen = true;
        json.WriteStartObject();
        json.WriteString("at", new Instant(at).ToString());
        json.WriteString("step", NameOf(step));
        if (activity >= 0)
        {
            json.WriteString("type", types[lead.Activities[activity].Type]);
        }
    }

    public void Rule(CompiledFiringRule rule, LeadState state, RuleAnswer answer)
    {
        Open(Section.Rules, "rules");
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteBoolean("fired", answer.Fires);
        if (answer.Fires)
        {
            WriteOperation(rule, state, answer.Milli);
        }
        else if (answer.IsAsked)
        {
            WriteRefusal(model.Limits[rule.Limit], answer.IsOutOfTimes);
        }
        else
        {
            WriteObstacles(rule, state, answer.HasChanged);
        }

        json.WriteEndObject();
    }

    public void Transition(CompiledTransition transition, LeadState state, TransitionAnswer answer)
    {
        Open(Section.Transitions, "transitions");
        json.WriteStartObject();
        json.WriteString("id", transition.Id);
        json.WriteBoolean("taken", answer == TransitionAnswer.Taken);
        switch (answer)
        {
            case TransitionAnswer.OtherActivity:
                json.WriteString("because", "it waits for an activity that this step is not");
                break;
            case TransitionAnswer.AlreadyTaken:
                json.WriteString("because", "it was taken on this activity already");
                break;
            case TransitionAnswer.TooEarly:
                json.WriteString("because", $"less than {new Duration(transition.After)} in the stage");
                break;
            case TransitionAnswer.WhereIsNotTrue:
                WriteBecause(transition.Where, state);
                break;
            case TransitionAnswer.WhenIsNotTrue:
                WriteBecause(transition.When?.Node, state);
                break;
        }

        json.WriteEndObject();
    }

    /// <summary>Closes the object of the lead.</summary>
    /// <returns>One line with its line end; good until the next lead.</returns>
    public ReadOnlySpan<byte> End<T>(LeadReplay<T> replay)
        where T : struct, IMilli<T>
    {
        EndStep();
        json.WriteEndArray();
        WriteAttributeRules(replay);
        WriteAging(replay.Now);
        if (replay.Record.LoopAt is { } loopAt)
        {
            json.WriteString("loopAt", new Instant(loopAt).ToString());
        }

        json.WriteEndObject();
        json.Flush();
        bytes.Write("\n"u8);
        return bytes.WrittenSpan;
    }

    private static string NameOf(ReplayStep step) =>
        step switch
        {
            ReplayStep.Creation => "creation",
            ReplayStep.Activity => "activity",
            ReplayStep.Idle => "idle",
            ReplayStep.After => "after",
            ReplayStep.Midnight => "midnight",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private void Open(Section wanted, string name)
    {
        if (section == wanted)
        {
            return;
        }

        if (section != Section.None)
        {
            json.WriteEndArray();
        }

        section = wanted;
        json.WriteStartArray(name);
    }

    private void EndStep()
    {
        if (section != Section.None)
        {
            json.WriteEndArray();
            section = Section.None;
        }

        if (isStepOpen)
        {
            json.WriteEndObject();
            isStepOpen = false;
        }
    }

    private void WriteOperation(CompiledFiringRule rule, LeadState state, long milli)
    {
        var operation = rule.Operation;
        switch (operation.Kind)
        {
            case OperationKind.Add:
                json.WriteNumber("points", milli / 1000m);
                if (milli != operation.Amount)
                {
                    json.WriteStartObject("cut");
                    json.WriteNumber("from", operation.Amount / 1000m);
                    json.WriteString("by", WordsOf(model.Limits[rule.Limit], isOutOfTimes: false));
                    json.WriteEndObject();
                }

                if (operation.Aging != AgingKind.None)
                {
                    aging.Add((rule, AgingEntry.New(rule, state.Now, milli)));
                }

                break;
            case OperationKind.Set:
                json.WriteNumber("set", operation.Amount / 1000m);
                break;
            default:
                json.WriteNumber("multiply", operation.Amount / 1_000_000m);
                break;
        }
    }

    private void WriteRefusal(CompiledLimit limit, bool isOutOfTimes) =>
        json.WriteString("limit", WordsOf(limit, isOutOfTimes));

    private static string WordsOf(CompiledLimit limit, bool isOutOfTimes)
    {
        var per = limit.Per == 0 ? "" : $" per {new Duration(limit.Per)}";
        return isOutOfTimes ? $"{limit.Times} times{per}" : $"{NumberText.Format(limit.Milli / 1000m)} points{per}";
    }

    private void WriteObstacles(CompiledFiringRule rule, LeadState state, bool hasChanged)
    {
        if (rule is CompiledActivityRule activity)
        {
            if (activity.Where is { } where && where.Ask(state) != Trit.True)
            {
                WriteBecause(where, state);
                return;
            }

            if (!hasChanged)
            {
                json.WriteString("because", "none of the fields that it waits for has changed");
                return;
            }
        }

        if (rule.When?.IsTrue(state) == false)
        {
            WriteBecause(rule.When?.Node, state);
        }
        else if (rule is CompiledActivityRule { Counter: >= 0 and var counter, AtLeast: var atLeast })
        {
            json.WriteString("because", $"counted {state.Counters[counter].CountAt(state.Now)} of {atLeast}");
        }
    }

    /// <summary>The criteria that are not true. A <c>not</c> stands in the way by what is true under it.</summary>
    private void WriteBecause(Node? criterion, LeadState state)
    {
        json.WriteStartArray("because");
        foreach (var obstacle in criterion?.Obstacles(state, Trit.True) ?? [])
        {
            json.WriteStartObject();
            json.WriteString("criterion", CriterionWords.Of(obstacle.Leaf));
            json.WriteString("is", NameOf(obstacle.Answer));
            if (obstacle.Answer == Trit.Unknown)
            {
                json.WriteString("missing", WhatIsMissing(obstacle.Leaf));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string NameOf(Trit answer) =>
        answer switch
        {
            Trit.True => "true",
            Trit.False => "false",
            _ => "unknown",
        };

    private static string WhatIsMissing(Criterion leaf) =>
        leaf switch
        {
            Criterion.FieldIs field => field.Field,
            Criterion.Not { Inner: Criterion.FieldIs field } => field.Field,
            Criterion.PropertyIs property => $"property {property.Property}",
            Criterion.ScoreIs score => $"score.{score.Dimension}",
            Criterion.LabelIs label => $"label.{label.Dimension}",
            Criterion.GradeIs => "grade",
            _ => "",
        };

    private void WriteAttributeRules<T>(LeadReplay<T> replay)
        where T : struct, IMilli<T>
    {
        json.WriteStartArray("attributeRules");
        foreach (var rule in model.Rules.OfType<CompiledAttributeRule>())
        {
            var answer = rule.When?.Node.Ask(replay) ?? Trit.True;
            var counts = replay.Contribution(rule.Index).Sign != 0;
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("is", NameOf(answer));
            json.WriteNumber("points", counts ? rule.Milli / 1000m : 0m);
            if (counts && answer != Trit.True)
            {
                json.WriteBoolean("kept", value: true);
            }

            if (answer != Trit.True)
            {
                WriteBecause(rule.When?.Node, replay);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteAging(long asOf)
    {
        json.WriteStartArray("aging");
        foreach (var (rule, entry) in aging)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Id);
            json.WriteString("at", new Instant(entry.At).ToString());
            json.WriteNumber("points", entry.Milli / 1000m);
            json.WriteNumber("worth", entry.WorthAt(asOf, rule.Operation) / 1000m);
            if (LastChange(entry, rule.Operation, asOf) is { } changedAt)
            {
                json.WriteString("lastAgedAt", new Instant(changedAt).ToString());
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static long? LastChange(AgingEntry entry, CompiledOperation operation, long asOf)
    {
        var periods = (asOf - entry.At) / operation.Period;
        return operation.Aging switch
        {
            AgingKind.HalfLife => asOf > entry.At ? asOf : null,
            _ when periods == 0 => null,
            AgingKind.Expires => entry.At + operation.Period,
            _ => entry.At + (Math.Min(periods, operation.StepsToNothing) * operation.Period),
        };
    }
}
