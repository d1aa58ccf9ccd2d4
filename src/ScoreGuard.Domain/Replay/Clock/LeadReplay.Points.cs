using System.Numerics;
using ScoreGuard.Domain.Replay.Compiled;
using ScoreGuard.Domain.Replay.Points;

namespace ScoreGuard.Domain.Replay.Clock;

/// <content>Rules that fire, attribute rules, and the values of dimensions (section 5).</content>
internal sealed partial class LeadReplay<T>
{
    private readonly Ledger<T> ledger;
    private readonly LimitMemory[] limits;

    // Of attribute rules, by their place: which contribute now, and which for good.
    private readonly bool[] contributes;
    private readonly bool[] isKept;
    private readonly T[] attributeSlots;

    private readonly DimensionState[] dimensions;
    private readonly T[][] terms;

    // Moves with everything that can change a value; a sum, or a rule that looks at history, is asked once in an epoch.
    private long epoch;

    // Where the bits of the present activity begin.
    private int setOff;

    /// <summary>A dimension at the present instant; all of it begins as nothing.</summary>
    private struct DimensionState
    {
        public T Value;
        public bool IsMissing;

        /// <summary>The value is that of the ledger; false: it has to be made anew.</summary>
        public bool IsCurrent;

        public bool HasScored;

        /// <summary>How many of its attribute rules contribute.</summary>
        public int Contributing;

        /// <summary>The epoch in which it was last asked for.</summary>
        public long ValuedIn;
    }

    /// <summary>The value of a dimension at the present instant; false: missing.</summary>
    public bool TryValue(int dimension, out T value)
    {
        var compiled = model.Dimensions[dimension];
        if (compiled.Terms is not null)
        {
            EvaluateSums(dimension);
        }
        else
        {
            Evaluate(dimension, compiled);
        }

        ref readonly var state = ref dimensions[dimension];
        value = state.Value;
        return !state.IsMissing;
    }

    public override int ScoreClass(int dimension, NumberClasses classes) =>
        TryValue(dimension, out var value) ? value.ClassIn(classes) : -1;

    /// <summary>What a rule, by its place among all enabled ones, contributes at the present instant, before any clamp.</summary>
    public T Contribution(int rule) => ledger.ByRule[rule];

    /// <inheritdoc cref="Contribution"/>
    public ReadOnlySpan<T> Contributions => ledger.ByRule;

    private void ResetValues()
    {
        Array.Clear(contributes);
        Array.Clear(attributeSlots);
        Array.Clear(dimensions);
        if (model.Remembered.Length > 0)
        {
            Array.Clear(isKept);
        }

        epoch++;
    }

    /// <summary>Makes a row of field values the present one, with what every matcher says of them.</summary>
    private void TakeFields(int row)
    {
        // At creation no rule contributes yet, as if nothing were true before.
        var rowBefore = row == 0 ? -1 : FieldBase;
        FieldBase = 2 * row * model.FieldBits.Words;
        Record.RowInstants.Add(Now);
        while (Record.Notes < lead.Notes.Count && lead.Notes[Record.Notes].Row == row)
        {
            Record.Notes++;
        }

        epoch++;
        upheaval++;
        var from = rowBefore < 0 ? default : Fields.AsSpan(rowBefore);
        var to = Fields.AsSpan(FieldBase);
        var decisive = model.BitRules.Decisive;
        for (var word = 0; word < decisive.Length; word++)
        {
            var changed = (from.IsEmpty ? to[word] : from[word] ^ to[word]) & decisive[word];
            for (; changed != 0; changed &= changed - 1)
            {
                var bit = BitOperations.TrailingZeroCount(changed);
                SetContribution(model.BitRules.At(word, bit), ((to[word] >> bit) & 1) != 0);
            }
        }

        foreach (var rule in model.FieldRules)
        {
            SetContribution(rule, IsTrue(rule.When));
        }
    }

    private void SetContribution(CompiledAttributeRule rule, bool isTrue)
    {
        isTrue |= isKept[rule.Place];
        if (contributes[rule.Place] == isTrue)
        {
            return;
        }

        contributes[rule.Place] = isTrue;
        var points = T.FromMilli(rule.Milli);
        ref var slot = ref attributeSlots[rule.Slot];
        slot = isTrue ? slot + points : slot - points;
        ledger.Give(rule, isTrue ? points : default);
        ref var state = ref dimensions[rule.Dimension];
        state.Contributing += isTrue ? 1 : -1;
        state.IsCurrent = false;
        upheaval++;
    }

    /// <summary>Lets what the present activity names count and fire: counters stand before rules.</summary>
    private void SetOff(CompiledType type)
    {
        for (var word = 0; word < type.Words; word++)
        {
            for (var bits = lead.SetsOff[setOff + word]; bits != 0; bits &= bits - 1)
            {
                var bit = (word * 64) + BitOperations.TrailingZeroCount(bits);
                if (bit >= type.FirstTransition)
                {
                    return;
                }

                if (bit < type.FirstRule)
                {
                    Count(type.Counters[bit]);
                    continue;
                }

                var rule = type.Rules[bit - type.FirstRule];
                if (IsAsked(rule))
                {
                    Take(rule, asked: true);
                }
            }
        }
    }

    /// <summary>As <see cref="SetOff"/>, and tells of the rules that do not fire.</summary>
    private void SetOffTraced(CompiledType type, int fieldRow)
    {
        for (var i = 0; i < type.Counters.Length; i++)
        {
            if (IsSetOff(i))
            {
                Count(type.Counters[i]);
            }
        }

        for (var i = 0; i < type.Rules.Length; i++)
        {
            var rule = type.Rules[i];
            Take(
                rule,
                IsSetOff(type.FirstRule + i) && IsAsked(rule),
                rule.Changed is null || lead.HasChanged(rule.Changed, fieldRow)
            );
        }
    }

    private bool IsSetOff(int bit) => (lead.SetsOff[setOff + (bit / 64)] & (1UL << (bit % 64))) != 0;

    private void Count(int counter)
    {
        Counters[counter].Add(Now);
        epoch++;
    }

    private bool IsAsked(CompiledActivityRule rule) =>
        IsTrue(rule.When) && (rule.Counter < 0 || Counters[rule.Counter].CountAt(Now) >= rule.AtLeast);

    /// <param name="asked">Everything but the limit lets the rule fire.</param>
    private void Take(CompiledFiringRule rule, bool asked, bool hasChanged = true)
    {
        var milli = rule.Points;
        if (rule.Limit < 0)
        {
            Trace?.Rule(rule, this, new(hasChanged, asked, Fires: asked, IsOutOfTimes: false, milli));
            if (asked)
            {
                Fire(rule, milli);
            }

            return;
        }

        ref var limit = ref limits[rule.Limit];
        var fires = asked && limit.TryCut(Now, ref milli);
        Trace?.Rule(rule, this, new(hasChanged, asked, fires, limit.IsOutOfTimes, milli));
        if (fires)
        {
            Fire(rule, milli);
            limit.Remember(Now, milli);
        }
    }

    private void Fire(CompiledFiringRule rule, long milli)
    {
        var operation = rule.Operation;
        switch (rule.Kind)
        {
            case OperationKind.Add:
                ledger.Add(rule, Now, milli);
                if (milli > 0)
                {
                    rise += T.FromMilli(milli * sensitivities[rule.Dimension]);
                }

                break;
            case OperationKind.Set:
                ledger.Set(rule, T.FromMilli(operation.Amount));
                upheaval++;
                break;
            default:
                upheaval++;
                ledger.Set(rule, ledger.Total(rule.Dimension, Now).Scaled(operation.Amount, 1_000_000));
                break;
        }

        ref var state = ref dimensions[rule.Dimension];
        state.HasScored = true;
        state.IsCurrent = false;
        epoch++;
    }

    /// <summary>At the end of a step: what was true now is true for good where the model says so.</summary>
    private void Remember()
    {
        foreach (var rule in model.Remembered)
        {
            if (isKept[rule.Place] || (!rule.Keep && dimensions[rule.Dimension].HasScored))
            {
                continue;
            }

            if (rule.Reach.OnHistory)
            {
                SetContribution(rule, IsTrue(rule.When));
            }

            if (contributes[rule.Place])
            {
                isKept[rule.Place] = rule.Keep;
                dimensions[rule.Dimension].HasScored = true;
            }
        }
    }

    private void Evaluate(int dimension, CompiledDimension compiled)
    {
        ref var state = ref dimensions[dimension];
        if (compiled.Changing.Length > 0 && state.ValuedIn != epoch)
        {
            state.ValuedIn = epoch;
            foreach (var rule in compiled.Changing)
            {
                SetContribution(rule, IsTrue(rule.When));
            }
        }

        if (!ledger.AgeTo(dimension, Now) && state.IsCurrent)
        {
            return;
        }

        state.IsCurrent = true;
        var sum = T.FromMilli(compiled.Start);
        for (var i = 0; i < compiled.Slots.Length; i++)
        {
            var slot = compiled.FirstSlot + i;
            sum += Clamped(ledger.OfSlot(slot) + attributeSlots[slot], compiled.Slots[i]);
        }

        state.Value = Clamped(sum, compiled.Clamp);
        state.IsMissing = compiled.UnscoredIsMissing && !state.HasScored && state.Contributing == 0;
    }

    // Sources come first in the order, so nothing recurses, and each sum is made once in an epoch.
    private void EvaluateSums(int wanted)
    {
        foreach (var dimension in model.SumOrder)
        {
            ref var state = ref dimensions[dimension];
            if (state.ValuedIn != epoch)
            {
                state.ValuedIn = epoch;
                Sum(ref state, model.Dimensions[dimension], terms[dimension]);
            }

            if (dimension == wanted)
            {
                return;
            }
        }
    }

    private void Sum(ref DimensionState state, CompiledDimension compiled, T[] summed)
    {
        state.IsMissing = false;
        for (var i = 0; i < compiled.Terms!.Length; i++)
        {
            var term = compiled.Terms[i];
            if (model.Dimensions[term].Terms is null)
            {
                Evaluate(term, model.Dimensions[term]);
            }

            summed[i] = dimensions[term].Value;
            state.IsMissing |= dimensions[term].IsMissing;
        }

        state.Value = state.IsMissing
            ? default
            : Clamped(
                compiled.WholeWeights is { } whole
                    ? T.WholeSum(summed, whole)
                    : T.WeightedSum(summed, compiled.Weights),
                compiled.Clamp
            );
    }

    private static T Clamped(T value, CompiledClamp clamp)
    {
        if (clamp.Min is { } min && value < T.FromMilli(min))
        {
            return T.FromMilli(min);
        }

        return clamp.Max is { } max && value > T.FromMilli(max) ? T.FromMilli(max) : value;
    }
}
