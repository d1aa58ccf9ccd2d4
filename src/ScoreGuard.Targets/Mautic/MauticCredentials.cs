using System.Text;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Mautic;

/// <summary>Who asks Mautic: a user with a password, or an OAuth2 client.</summary>
internal abstract record MauticCredentials
{
    private MauticCredentials() { }

    /// <param name="Header">Of HTTP Basic, encoded.</param>
    public sealed record Basic(string Header) : MauticCredentials;

    public sealed record Client(string Id, string Secret) : MauticCredentials;

    /// <summary>The client where one is set, else the user.</summary>
    public static MauticCredentials Read(TargetSetting setting, ICollection<Diagnostic> wrong)
    {
        var connections = setting.Connections;
        var name = setting.Connection;
        if (connections.Find(name, "CLIENT_ID") is not null || connections.Find(name, "CLIENT_SECRET") is not null)
        {
            return new Client(connections.Get(name, "CLIENT_ID", wrong), connections.Get(name, "CLIENT_SECRET", wrong));
        }

        if (connections.Find(name, "USER") is null && connections.Find(name, "PASSWORD") is null)
        {
            wrong.Add(
                Connections.Missing(
                    $"Set {Connections.SettingOf(name, "CLIENT_ID")} and {Connections.SettingOf(name, "CLIENT_SECRET")}, or {Connections.SettingOf(name, "USER")} and {Connections.SettingOf(name, "PASSWORD")}; Mautic needs one of the two."
                )
            );
            return new Basic("");
        }

        var user = connections.Get(name, "USER", wrong);
        var password = connections.Get(name, "PASSWORD", wrong);
        return new Basic(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
    }
}
