using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>Reads lead plans: <c>docs/lead-plans.md</c> describes their form.</summary>
public static class LeadPlanReader
{
    private const int MostPersonas = 200;

    /// <summary>The plan, or everything that is wrong with it, in document order.</summary>
    /// <param name="file">As diagnostics name it; nothing is opened.</param>
    public static Parsed<LeadPlan> Read(string file, DocumentNode document)
    {
        var diagnostics = new DiagnosticBag(file);
        var plan = LeadPlanKeys.Root.TryRead(Place.Root(document, diagnostics), out var reader)
            ? Read(reader, document, diagnostics)
            : null;
        return diagnostics.Conclude(() => plan!);
    }

    /// <summary>The JSON Schema (draft-07) of lead plans, for editors.</summary>
    public static JsonObject Schema() => SchemaDefinitions.Document("ScoreGuard lead plan", LeadPlanKeys.Root);

    private static LeadPlan? Read(RecordReader reader, DocumentNode document, DiagnosticBag diagnostics)
    {
        _ = reader.TryGet(LeadPlanKeys.Version, out _);
        var name = reader.Find(LeadPlanKeys.Name);
        _ = reader.TryGet(LeadPlanKeys.Seed, out var seed);
        _ = reader.TryGet(LeadPlanKeys.Count, out var count);
        var knowsAsOf = reader.TryGet(LeadPlanKeys.AsOf, out var asOf);
        var shared = new SharedParts(reader, knowsAsOf ? asOf : null);
        var pinned = reader.Find(LeadPlanKeys.Pinned);
        var personas = ImmutableArray.CreateBuilder<Persona>();
        if (reader.TryGet(LeadPlanKeys.Personas, out var named))
        {
            foreach (var persona in named.Take(MostPersonas))
            {
                personas.Add(new PersonaReading(persona, shared).Read());
            }

            var place = reader.PlaceOf(LeadPlanKeys.Personas);
            if (named.IsEmpty)
            {
                place.Error(DocumentCodes.EmptyList, "Expected at least one persona, but found none.");
            }
            else if (named.Length > MostPersonas)
            {
                place.Error(
                    LeadPlanCodes.TooMany,
                    $"The plan has {named.Length} personas; at most {MostPersonas} are allowed."
                );
            }
            else if (personas.All(persona => persona.Share == 0) && diagnostics.ErrorCount == 0)
            {
                place.Error(
                    LeadPlanCodes.NoWeight,
                    "The shares of the personas sum to 0; give at least one of them a share above 0."
                );
            }
        }

        shared.WarnOfUnusedJourneys();
        return diagnostics.ErrorCount > 0
            ? null
            : new(name ?? "", (ulong)seed, (int)count, asOf, pinned, personas.ToImmutable(), DocumentHash.Of(document));
    }
}
