using System.Collections.Immutable;

namespace ScoreGuard.Domain.Workspaces.Targets;

/// <summary>Domains at which everybody may have an address: no made-up one there is surely nobody's.</summary>
internal static class MailProviders
{
    private static readonly ImmutableArray<string> Names =
    [
        "163.com",
        "aol.com",
        "att.net",
        "bluewin.ch",
        "btinternet.com",
        "comcast.net",
        "fastmail.com",
        "free.fr",
        "freenet.de",
        "gmail.com",
        "gmx.at",
        "gmx.ch",
        "gmx.com",
        "gmx.de",
        "gmx.net",
        "googlemail.com",
        "hey.com",
        "icloud.com",
        "laposte.net",
        "libero.it",
        "live.com",
        "mac.com",
        "mail.com",
        "mail.ru",
        "me.com",
        "msn.com",
        "orange.fr",
        "pm.me",
        "posteo.de",
        "proton.me",
        "protonmail.com",
        "qq.com",
        "t-online.de",
        "tuta.com",
        "verizon.net",
        "web.de",
        "wp.pl",
        "yandex.com",
        "yandex.ru",
        "zoho.com",
    ];

    /// <summary>With a domain in nearly every country.</summary>
    private static readonly ImmutableArray<string> Everywhere = ["hotmail.", "outlook.", "yahoo."];

    /// <summary>Whether <paramref name="domain"/> is one of them, or lies below one of them.</summary>
    public static bool Contains(string domain)
    {
        var given = domain.Trim().TrimEnd('.');
        return Names.Any(name =>
                given.Equals(name, StringComparison.OrdinalIgnoreCase)
                || given.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase)
            ) || Everywhere.Any(name => given.StartsWith(name, StringComparison.OrdinalIgnoreCase));
    }
}
