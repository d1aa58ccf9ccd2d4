using ScoreGuard.Functions.Access;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Pages;

/// <summary>What people are told in place of the page that they asked for.</summary>
internal static class PageAnswers
{
    private static readonly LinkView Start = new("All workspaces", PageAddress.Home);

    /// <summary>Whether whoever asks is a person at a page.</summary>
    public static bool AreFor(HttpContext context) =>
        context.Request.Path.StartsWithSegments(PageAddress.Home, StringComparison.OrdinalIgnoreCase);

    /// <summary>Somebody who may not: is asked to sign in, or told that the key does not suffice.</summary>
    public static IResult Refused(HttpContext context, Caller caller)
    {
        var request = context.Request;
        if (caller.Level != Level.None)
        {
            return Message(
                context,
                StatusCodes.Status403Forbidden,
                "Not allowed",
                "This needs the key that may operate, and you signed in with the one that may read. Nothing was changed.",
                Start
            );
        }

        if (HttpMethods.IsGet(request.Method))
        {
            return Results.Redirect(SignInThenBack(request.Path + request.QueryString));
        }

        return Message(
            context,
            StatusCodes.Status401Unauthorized,
            "Not signed in",
            "Your session has ended, or this was not sent from a page of this app. Nothing was changed.",
            new LinkView("Sign in", PageAddress.SignIn)
        );
    }

    public static IResult ForeignForm(HttpContext context) =>
        Message(
            context,
            StatusCodes.Status403Forbidden,
            "This form was not made here",
            "It was sent from another site, or from a page of an earlier session. Nothing was changed. Open the page again and repeat it.",
            Start
        );

    public static IResult UnreadableForm(HttpContext context) =>
        Message(
            context,
            StatusCodes.Status400BadRequest,
            "The form cannot be read",
            "It was not sent as this app's pages send it. Nothing was changed.",
            Start
        );

    public static IResult UnknownWorkspace(HttpContext context) =>
        Message(
            context,
            StatusCodes.Status404NotFound,
            "No such workspace",
            "It may have been renamed or taken away.",
            Start
        );

    public static IResult UnknownRun(HttpContext context) =>
        Message(
            context,
            StatusCodes.Status404NotFound,
            "No such run",
            "The address may be incomplete. The page of a workspace lists its runs.",
            Start
        );

    /// <summary>For a status that nobody gave a page to.</summary>
    public static IResult Of(HttpContext context, int status) =>
        status switch
        {
            StatusCodes.Status404NotFound => Message(
                context,
                status,
                "No such page",
                "The address may be incomplete.",
                Start
            ),
            StatusCodes.Status503ServiceUnavailable => Message(
                context,
                status,
                "The store cannot be reached",
                "Nothing was lost. Try again in a minute.",
                Start
            ),
            >= StatusCodes.Status500InternalServerError => Message(
                context,
                status,
                "This is a mistake in ScoreGuard",
                "It is not yours, and it was logged. Try again, and tell whoever runs ScoreGuard if it stays.",
                Start
            ),
            _ => Message(context, status, "The request was refused", "Nothing was changed.", Start),
        };

    private static string SignInThenBack(string page) =>
        LocalPath.Of(page) is var next && next == PageAddress.Home
            ? PageAddress.SignIn
            : $"{PageAddress.SignIn}?{FormFields.Next}={Uri.EscapeDataString(next)}";

    private static PageResult Message(
        HttpContext context,
        int status,
        string heading,
        string sentence,
        params IReadOnlyList<LinkView> links
    ) => new(status, UiPages.Of(new MessageView(Shells.Of(context, heading), heading, sentence, links)));
}
