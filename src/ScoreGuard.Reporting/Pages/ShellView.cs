namespace ScoreGuard.Reporting.Pages;

/// <summary>What stands around every page.</summary>
/// <param name="Title">Of the browser's tab, before the product's name.</param>
/// <param name="Crumbs">The pages above this one, the topmost first; without the start page.</param>
/// <param name="SignedIn">Null: nobody is.</param>
/// <param name="RefreshSeconds">When the browser asks again by itself; null: never.</param>
public sealed record ShellView(
    string Title,
    IReadOnlyList<LinkView> Crumbs,
    SignedInView? SignedIn,
    string? RefreshSeconds
);

public sealed record LinkView(string Text, string Href);

/// <param name="Who">As the platform signed them in; null: by a key.</param>
/// <param name="Token">Proves to the host that a form was made by it, for this browser.</param>
public sealed record SignedInView(string? Who, string May, string Token)
{
    /// <summary>The platform signs its people out itself.</summary>
    public bool ByKey => Who is null;
}
