using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>Reads a value that depends on another: <c>by</c> and <c>cases</c>.</summary>
internal sealed class CasesReading(RecordReader reader)
{
    private const string Else = "else";

    public bool TryRead(out ReadValue value)
    {
        value = ReadValue.Of(new ValuePlan.Missing());
        var source = reader.Find(ValueKeys.By);
        if (!reader.Has(ValueKeys.Cases))
        {
            if (!reader.IsMisspelt(ValueKeys.Cases))
            {
                reader.KeyError(
                    ValueKeys.By,
                    DocumentCodes.MissingKey,
                    "`by` needs the key `cases`: a value for each value of the other attribute, and `else` for the rest."
                );
            }

            return false;
        }

        var place = reader.PlaceOf(ValueKeys.Cases);
        if (place.Node is not DocumentNode.Mapping mapping)
        {
            return place.Expected("values by what the other attribute came to, as `{ DE: Bayern, else: ~ }`");
        }

        var cases = ImmutableArray.CreateBuilder<(string, ValuePlan)>();
        var uses = ImmutableArray.CreateBuilder<NameUse>();
        ValuePlan otherwise = new ValuePlan.Missing();
        var isWhole = source is not null;
        foreach (var entry in mapping.Entries)
        {
            if (!ValueShape.TryCase(place.Value(entry), out var read))
            {
                isWhole = false;
                continue;
            }

            uses.AddRange(read.Uses);
            if (string.Equals(entry.Key, Else, StringComparison.Ordinal))
            {
                otherwise = read.Plan;
            }
            else
            {
                cases.Add((entry.Key.Trim(), read.Plan));
            }
        }

        if (isWhole)
        {
            uses.Add(new(source!, reader.PlaceOf(ValueKeys.By)));
            value = new(new ValuePlan.By(source!, cases.ToImmutable(), otherwise), Dirt.None, uses.ToImmutable());
        }

        return isWhole;
    }
}
