using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Storage.Azure;

/// <summary>What is said of something stored that is not what was stored.</summary>
internal static class AzureDamage
{
    public static StoreDamage Gone(string resource) =>
        StoreDamage.Of(
            StoreCodes.Gone,
            resource,
            "it is gone, and something stored names it; restore it from a backup of the storage account."
        );

    public static StoreDamage Altered(string resource) =>
        StoreDamage.Of(
            StoreCodes.Altered,
            resource,
            "it is truncated or was changed, its digest differs; restore it from a backup of the storage account."
        );
}
