using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Domain.Notifications;

/// <summary>Names of mails: the run's own, or <c>digest-20260310T060000000Z</c>. They are safe in paths.</summary>
public static class MailNames
{
    private const string DigestPrefix = "digest-";
    private const int DigestLength = 26;

    /// <summary>The digest that follows the one of <paramref name="previousAt"/>: whoever makes it, it is the same one.</summary>
    public static string OfDigest(Instant previousAt)
    {
        // A run's name begins with its time, spelled as a path may hold it.
        var time = RunId.Of(previousAt, "")[..(DigestLength - DigestPrefix.Length)];
        return DigestPrefix + time;
    }

    /// <summary>Whether <paramref name="text"/> is spelled as a mail's name; only such a text may become part of a path.</summary>
    public static bool IsMailName(string text) =>
        RunId.IsRunId(text)
        || (
            text.Length == DigestLength
            && text.StartsWith(DigestPrefix, StringComparison.Ordinal)
            && RunId.IsRunId(text[DigestPrefix.Length..] + "-00000000")
        );

    /// <summary>What stands before the @ of a Message-ID: runs of two workspaces may have one name.</summary>
    public static string MessageKey(string mail, string workspace) =>
        $"{mail}.{Sha256Text.Of(workspace).AsSpan(Sha256Text.Prefix.Length, 12)}";
}
