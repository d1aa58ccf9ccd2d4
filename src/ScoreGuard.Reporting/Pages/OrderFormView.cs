namespace ScoreGuard.Reporting.Pages;

/// <summary>Orders a run. Shown to those only who may.</summary>
/// <param name="Name">Of the workspace as addresses spell it; tells forms on one page apart.</param>
/// <param name="Reason">What was entered before.</param>
/// <param name="Error">What was wrong with it; null: nothing.</param>
public sealed record OrderFormView(string Name, string Action, string Token, string Reason, string? Error)
{
    public static OrderFormView For(string workspace, string token, string reason = "", string? error = null) =>
        new(workspace, PageAddress.Orders(workspace), token, reason, error);
}
