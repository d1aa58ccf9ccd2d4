using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Targets.Platforms;

/// <summary>
/// Addresses and secrets of targets, from settings named <c>SCOREGUARD_CONNECTION_NAME_WHAT</c>. The address stands beside the
/// secret, so that an edit of a workspace cannot send a secret elsewhere.
/// </summary>
/// <param name="find">The value of a setting; null where it is not set.</param>
public sealed class Connections(Func<string, string?> find)
{
    public const string Prefix = "SCOREGUARD_CONNECTION_";

    /// <summary>The name of a setting: <c>SCOREGUARD_CONNECTION_HUBSPOT_EU_TOKEN</c> for <c>hubspot-eu</c> and <c>TOKEN</c>.</summary>
    public static string SettingOf(string connection, string what) =>
        $"{Prefix}{connection.ToUpperInvariant().Replace('-', '_')}_{what}";

    public string? Find(string connection, string what) =>
        find(SettingOf(connection, what)) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>The value; where it is missing, that is told and the value is empty.</summary>
    public string Get(string connection, string what, ICollection<Diagnostic> wrong)
    {
        if (Find(connection, what) is { } value)
        {
            return value;
        }

        wrong.Add(
            Missing($"Set {Quote.Code(SettingOf(connection, what))}; the connection {Quote.Code(connection)} needs it.")
        );
        return "";
    }

    /// <summary>The connection's address: https, or http on this machine.</summary>
    public Uri GetUrl(string connection, string what, string? otherwise, ICollection<Diagnostic> wrong)
    {
        var text = Find(connection, what) ?? otherwise;
        if (text is null)
        {
            wrong.Add(Missing($"Set {Quote.Code(SettingOf(connection, what))} to the address of the platform."));
        }
        else if (
            Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            && url.UserInfo.Length == 0
        )
        {
            return new Uri(url.AbsoluteUri.TrimEnd('/') + "/");
        }
        else
        {
            wrong.Add(
                Missing(
                    $"{Quote.Code(SettingOf(connection, what))} is no address that can be called; write it as `https://platform.example.com`, without a user name."
                )
            );
        }

        return new Uri("https://unset.invalid/");
    }

    /// <summary>What is wrong with a connection's settings; never with a value.</summary>
    internal static Diagnostic Missing(string message) =>
        new(TargetCodes.ConnectionMissing.Code, Severity.Error, "settings", null, "", message);
}
