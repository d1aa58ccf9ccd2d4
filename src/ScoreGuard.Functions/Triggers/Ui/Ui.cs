using ScoreGuard.Functions.Access;
using ScoreGuard.Functions.Pages;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Triggers;

/// <summary><c>/api/ui</c>: the pages for people. No script, nothing from elsewhere; what changes something is a form.</summary>
internal static class Ui
{
    public static void Map(WebApplication app)
    {
        var pages = app.MapGroup(PageAddress.Home).ExcludeFromDescription();
        pages.MapGet("", HomePage.ShowAsync).Needs(Level.Read);
        pages.MapGet("/workspaces/{workspace}", WorkspacePage.ShowAsync).Needs(Level.Read);
        pages.MapGet("/runs/{id}", RunPage.ShowAsync).Needs(Level.Read);
        pages.MapPost("/workspaces/{workspace}/runs", OrderForms.OrderAsync).TakesOwnForm().Needs(Level.Operate);
        pages.MapPost("/runs/{id}/decisions", DecideForms.DecideAsync).TakesOwnForm().Needs(Level.Operate);
        pages.MapGet("/sign-in", SignInPage.Show);
        pages.MapPost("/sign-in", SignInPage.EnterAsync).TakesOwnForm();
        pages.MapPost("/sign-out", SignInPage.Leave).TakesOwnForm();
    }
}
