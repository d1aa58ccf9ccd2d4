using ScoreGuard.Functions.Access;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Pages;

/// <summary>Lets through only forms that this app made and that its own page sent, whoever is signed in and however.</summary>
internal static class OwnForms
{
    public static RouteHandlerBuilder TakesOwnForm(this RouteHandlerBuilder endpoint) =>
        endpoint.AddEndpointFilter(
            async (invocation, next) =>
            {
                var context = invocation.HttpContext;
                if (!Gate.IsOwnPage(context.Request))
                {
                    return PageAnswers.ForeignForm(context);
                }

                if (await FindAsync(context) is not { } form)
                {
                    return PageAnswers.UnreadableForm(context);
                }

                return FormToken.Holds(context, form[FormFields.Token])
                    ? await next(invocation)
                    : PageAnswers.ForeignForm(context);
            }
        );

    private static async Task<IFormCollection?> FindAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return null;
        }

        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
