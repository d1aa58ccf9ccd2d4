using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Mautic;

/// <summary>Whether Mautic has the fields that were written: it drops what it does not know in silence.</summary>
internal static class MauticFieldCheck
{
    /// <summary>What a contact has beside its fields.</summary>
    private static readonly ImmutableHashSet<string> Own = ["owner", "stage", "tags", "points", "doNotContact"];

    /// <param name="contact">As Mautic has it.</param>
    /// <exception cref="TargetFault">A field is missing, or the run's mark was not kept.</exception>
    public static void Check(JsonElement contact, TargetRecord record, string runField)
    {
        var known = contact.Find("fields").Find("all").Items().Select(field => field.Key).ToList();
        foreach (var (name, _) in record.Properties)
        {
            if (!Own.Contains(name) && !known.Contains(name, StringComparer.Ordinal))
            {
                throw new TargetFault(
                    TargetFaultKind.Setup,
                    $"Mautic has no published contact field {Quote.Code(name)}{Spelling.Hint(name, known)}"
                );
            }
        }

        if (MauticContacts.FieldOf(contact, runField) != record.Run)
        {
            throw new TargetFault(
                TargetFaultKind.Setup,
                $"Mautic does not keep the run's mark in {Quote.Code(runField)}; make it a text field of at least 40 characters."
            );
        }
    }
}
