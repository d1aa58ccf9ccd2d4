using System.Globalization;
using ScoreGuard.Application.Workspaces;

namespace ScoreGuard.Application.Live;

/// <summary>What calls are counted under that belong to no run.</summary>
internal static class CallAccounts
{
    /// <summary>An account of its own every day: one that is spent is not spent for ever.</summary>
    /// <param name="purpose">Letters and dashes.</param>
    public static string OfDay(string purpose, WorkspaceContext context) =>
        string.Create(CultureInfo.InvariantCulture, $"{purpose}-{context.Time.GetUtcNow():yyyy-MM-dd}");
}
