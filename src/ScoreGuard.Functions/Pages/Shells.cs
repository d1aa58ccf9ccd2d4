using System.Globalization;
using ScoreGuard.Functions.Access;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Pages;

/// <summary>What stands around a page, for whoever asks for it.</summary>
internal static class Shells
{
    public static ShellView Of(HttpContext context, string title, params IReadOnlyList<LinkView> crumbs)
    {
        var signedIn = context.FindCaller() is { } caller
            ? new SignedInView(
                caller.Name,
                caller.Level == Level.Operate ? "may order and decide" : "may read",
                FormToken.For(context)
            )
            : null;
        return new(title, crumbs, signedIn, null);
    }

    public static ShellView RefreshedEvery(this ShellView shell, TimeSpan interval) =>
        shell with
        {
            RefreshSeconds = interval.TotalSeconds.ToString("0", CultureInfo.InvariantCulture),
        };
}
