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
    private static readonly ImmutableArray<string> Everywhere = ["hotmail", "outlook", "yahoo"];

    /// <summary>Where a country has no domain of its own for companies: <c>co.uk</c>, <c>com.br</c>.</summary>
    private static readonly ImmutableArray<string> SecondLevels = ["co", "com", "ne"];

    /// <summary>Whether <paramref name="domain"/> is one of them, or lies below one of them.</summary>
    public static bool Contains(string domain)
    {
        var labels = domain.Trim().TrimEnd('.').ToLowerInvariant().Split('.');
        for (var first = 0; first < labels.Length; first++)
        {
            if (Names.Contains(string.Join('.', labels[first..])) || IsEverywhere(labels.AsSpan(first)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEverywhere(ReadOnlySpan<string> labels) =>
        Everywhere.Contains(labels[0])
        && (labels.Length == 2 || (labels.Length == 3 && SecondLevels.Contains(labels[1])));
}
