using System.Globalization;
using ScoreGuard.Application.Workspaces;

namespace ScoreGuard.Application.Live;

/// <summary>What calls are counted under that belong to no run.</summary>
internal static class CallAccounts
{
    /// <summary>An account for each time: a run's budget is for one, the day's for all.</summary>
    /// <param name="purpose">Letters and dashes.</param>
    public static string New(string purpose, WorkspaceContext context) =>
        string.Create(CultureInfo.InvariantCulture, $"{purpose}-{context.Time.GetUtcNow():yyyyMMdd'T'HHmmssfff}");
}
