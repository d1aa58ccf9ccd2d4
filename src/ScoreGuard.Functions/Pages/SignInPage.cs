using ScoreGuard.Functions.Access;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Pages;

/// <summary>Turns a key into a session of the browser, and ends it.</summary>
internal static class SignInPage
{
    public static IResult Show(HttpContext context) =>
        Page(context, StatusCodes.Status200OK, LocalPath.Of(context.Request.Query[FormFields.Next]), null);

    public static async Task<IResult> EnterAsync(
        HttpContext context,
        Keys keys,
        SessionCookie session,
        WrongKeys wrongKeys
    )
    {
        var form = context.Request.Form;
        var next = LocalPath.Of(form[FormFields.Next]);
        var level = keys.LevelOf(form[FormFields.Key].ToString().Trim());
        if (level != Level.None)
        {
            session.Give(context, level);
            return new SeeOther(next);
        }

        return await wrongKeys.WaitAsync(context.RequestAborted)
            ? Page(context, StatusCodes.Status401Unauthorized, next, "That is not a key of this app.")
            : Page(
                context,
                StatusCodes.Status429TooManyRequests,
                next,
                "Too many wrong keys are being tried. Wait a minute."
            );
    }

    public static IResult Leave(HttpContext context)
    {
        SessionCookie.Take(context);
        return new SeeOther(PageAddress.SignIn);
    }

    private static PageResult Page(HttpContext context, int status, string next, string? error)
    {
        var title = error is null ? "Sign in" : "Not signed in";
        return new(
            status,
            UiPages.Of(
                new SignInView(Shells.Of(context, title), PageAddress.SignIn, FormToken.For(context), next, error)
            )
        );
    }
}
