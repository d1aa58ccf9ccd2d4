using ScoreGuard.Domain.Replay.Compiled;
using ScoreGuard.Domain.Replay.Points;

namespace ScoreGuard.Domain.Replay.Clock;

/// <content>Rules that fire, attribute rules, and the values of dimensions (section 5).</content>
internal sealed partial class LeadReplay<T>
{
    private readonly Ledger<T> ledger;
    private readonly LimitMemory[] limits;

    // Of attribute rules, by their place among all rules: which contribute now, and what.
    private readonly bool[] contributes;
    private readonly T[] attributePoints;

    // Of attribute rules: which contribute for good.
    private readonly bool[] isKept;
    private readonly T[] attributeSlots;
    private readonly int[] contributing;

    private readonly bool[] hasScored;
    private readonly T[] values;
    private readonly bool[] isMissing;
    private readonly bool[] isStale;
    private readonly T[][] terms;

    // Moves with everything that can change a value; a sum, or a rule that looks at history, is asked once in an epoch.
    private int epoch;
    private readonly int[] valuedIn;

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

        value = values[dimension];
        return !isMissing[dimension];
    }

    public override int ScoreClass(int dimension, NumberClasses classes) =>
        TryValue(dimension, out var value) ? value.ClassIn(classes) : -1;

    /// <summary>What a rule, by its place among all enabled ones, contributes at the present instant, before any clamp.</summary>
    public T Contribution(int rule) => contributes[rule] ? attributePoints[rule] : ledger.OfRule(rule);

    private void ResetValues()
    {
        Array.Clear(contributes);
        Array.Clear(isKept);
        Array.Clear(attributeSlots);
        Array.Clear(contributing);
        Array.Clear(hasScored);
        Array.Fill(isStale, true);
        Array.Clear(valuedIn);
        epoch = 1;
    }

    /// <summary>Makes a row of field values the present one, with what every matcher says of them.</summary>
    private void TakeFields(int row)
    {
        FieldBase = 2 * row * model.FieldColumns.Count;
        Record.RowInstants.Add(Now);
        while (Record.Notes < lead.Notes.Count && lead.Notes[Record.Notes].Row == row)
        {
            Record.Notes++;
        }

        epoch++;
        foreach (ref readonly var rule in model.FieldRules.AsSpan())
        {
            var isTrue =
                rule.Mask != 0 ? (Fields[FieldBase + rule.Word] & rule.Mask) == rule.Mask : IsTrue(rule.Rule.When);
            if (isTrue != contributes[rule.Index])
            {
                SetContribution(rule.Rule, isTrue);
            }
        }
    }

    private void SetContribution(CompiledAttributeRule rule, bool isTrue)
    {
        isTrue |= isKept[rule.Place];
        if (contributes[rule.Index] == isTrue)
        {
            return;
        }

        contributes[rule.Index] = isTrue;
        var points = attributePoints[rule.Index];
        ref var slot = ref attributeSlots[rule.Slot];
        slot = isTrue ? slot + points : slot - points;
        contributing[rule.Dimension] += isTrue ? 1 : -1;
        upheaval++;
        isStale[rule.Dimension] = true;
    }

    private void TakeActivityRule(CompiledActivityRule rule, int fieldRow)
    {
        var hasChanged = rule.Changed is null || HasChanged(rule.Changed, fieldRow);
        var asked =
            hasChanged
            && IsTrue(rule.Where)
            && IsTrue(rule.When)
            && (rule.Counter < 0 || Counters[rule.Counter].CountAt(Now) >= rule.AtLeast);
        Take(rule, asked, hasChanged);
    }

    private bool HasChanged(ulong[] fields, int row)
    {
        var first = row * fields.Length;
        for (var word = 0; word < fields.Length; word++)
        {
            if ((lead.Changed[first + word] & fields[word]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="asked">Everything but the limit lets the rule fire.</param>
    private void Take(CompiledFiringRule rule, bool asked, bool hasChanged = true)
    {
        var milli = rule.Operation.Kind == OperationKind.Add ? rule.Operation.Amount : 1;
        var limit = rule.Limit < 0 ? null : limits[rule.Limit];
        var fires = asked && (limit is null || limit.TryCut(Now, ref milli));
        Trace?.Rule(rule, this, new(hasChanged, asked, fires, limit is { IsOutOfTimes: true }, milli));
        if (fires)
        {
            Fire(rule, milli);
            limit?.Remember(Now, milli);
        }
    }

    private void Fire(CompiledFiringRule rule, long milli)
    {
        var operation = rule.Operation;
        switch (operation.Kind)
        {
            case OperationKind.Add:
                ledger.Add(rule, Now, milli);
                if (milli > 0 && model.Sensitivities is { } sensitivities)
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

        hasScored[rule.Dimension] = true;
        isStale[rule.Dimension] = true;
        epoch++;
    }

    /// <summary>At the end of a step: what was true now is true for good where the model says so.</summary>
    private void Remember()
    {
        foreach (var rule in model.Remembered)
        {
            if (isKept[rule.Place] || (!rule.Keep && hasScored[rule.Dimension]))
            {
                continue;
            }

            if (rule.Reach.OnHistory)
            {
                SetContribution(rule, IsTrue(rule.When));
            }

            if (contributes[rule.Index])
            {
                isKept[rule.Place] = rule.Keep;
                hasScored[rule.Dimension] = true;
            }
        }
    }

    private void Evaluate(int dimension, CompiledDimension compiled)
    {
        if (compiled.Changing.Length > 0 && valuedIn[dimension] != epoch)
        {
            valuedIn[dimension] = epoch;
            foreach (var rule in compiled.Changing)
            {
                SetContribution(rule, IsTrue(rule.When));
            }
        }

        if (!(ledger.AgeTo(dimension, Now) | isStale[dimension]))
        {
            return;
        }

        isStale[dimension] = false;
        var sum = T.FromMilli(compiled.Start);
        for (var i = 0; i < compiled.Slots.Length; i++)
        {
            var slot = compiled.FirstSlot + i;
            sum += Clamped(ledger.OfSlot(slot) + attributeSlots[slot], compiled.Slots[i]);
        }

        values[dimension] = Clamped(sum, compiled.Clamp);
        isMissing[dimension] = compiled.UnscoredIsMissing && !hasScored[dimension] && contributing[dimension] == 0;
    }

    // Sources come first in the order, so nothing recurses, and each sum is made once in an epoch.
    private void EvaluateSums(int wanted)
    {
        foreach (var dimension in model.SumOrder)
        {
            if (valuedIn[dimension] != epoch)
            {
                valuedIn[dimension] = epoch;
                Sum(dimension, model.Dimensions[dimension]);
            }

            if (dimension == wanted)
            {
                return;
            }
        }
    }

    private void Sum(int dimension, CompiledDimension compiled)
    {
        isMissing[dimension] = false;
        for (var i = 0; i < compiled.Terms!.Length; i++)
        {
            var term = compiled.Terms[i];
            if (model.Dimensions[term].Terms is null)
            {
                Evaluate(term, model.Dimensions[term]);
            }

            terms[dimension][i] = values[term];
            isMissing[dimension] |= isMissing[term];
        }

        values[dimension] = isMissing[dimension]
            ? default
            : Clamped(
                compiled.WholeWeights is { } whole
                    ? T.WholeSum(terms[dimension], whole)
                    : T.WeightedSum(terms[dimension], compiled.Weights),
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
