namespace ScoreGuard.Reporting.Pages;

/// <summary>Where the pages are. Names of workspaces and runs are spelled so that they need no encoding in an address.</summary>
public static class PageAddress
{
    public const string Home = "/api/ui";

    public const string SignIn = "/api/ui/sign-in";

    public const string SignOut = "/api/ui/sign-out";

    /// <summary>The part of an address that says from which run on a list of runs goes back.</summary>
    public const string Before = "before";

    public static string Workspace(string workspace) => $"{Home}/workspaces/{workspace}";

    /// <summary>The page of a list of runs on which those stand that are older than <paramref name="run"/>.</summary>
    public static string Earlier(string page, string run) => $"{page}?{Before}={run}";

    /// <summary>Where an order for a run is sent to.</summary>
    public static string Orders(string workspace) => Workspace(workspace) + "/runs";

    public static string Run(string workspace, string run) => $"{Home}/runs/{workspace}.{run}";

    /// <summary>Where a decision about a run is sent to.</summary>
    public static string Decisions(string workspace, string run) => Run(workspace, run) + "/decisions";

    /// <param name="file">As a run's files are called: <c>report.html</c>.</param>
    public static string File(string workspace, string run, string file) => $"/api/runs/{workspace}.{run}/{file}";
}
